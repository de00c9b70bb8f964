import { sql } from 'kysely';
import { isInternalId } from '../accounts/known-accounts.ts';
import { type AuditEvent, type AuditQuery, auditKinds } from '../records/audit.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** Events that one call reads at most. */
const maxEvents = 1_000;

/** Reads a page of the audit log, newest first; at most 1,000 events, whatever `first` says. */
export async function readAuditEvents(tx: WorkspaceTransaction, query: AuditQuery): Promise<readonly AuditEvent[]> {
  const { kinds = auditKinds, after } = query;
  if (kinds.length === 0 || query.first < 1) return [];
  let page = tx.trx
    .selectFrom('audit_event')
    .select(['event_id', 'at', 'kind', 'actor', 'details'])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('at', 'desc')
    .orderBy('event_id', 'desc')
    .limit(Math.min(Math.trunc(query.first), maxEvents));
  if (query.kinds !== undefined) page = page.where('kind', 'in', kinds);
  if (after !== undefined) {
    if (!isInternalId(after.id)) return [];
    page = page.where(
      sql<boolean>`(at, event_id) < (${new Date(after.at).toISOString()}::timestamptz, ${after.id}::uuid)`,
    );
  }
  const rows = await page.execute();
  return rows.map(({ event_id, at, kind, actor, details }) => {
    // Kind and details were written together from an AuditEntry.
    const entry = { kind, details } as Pick<AuditEvent, 'kind' | 'details'> as AuditEvent;
    return { ...entry, id: event_id, at: at.getTime(), actor };
  });
}
