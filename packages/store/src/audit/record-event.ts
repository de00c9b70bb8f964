import { sql, type Transaction } from 'kysely';
import type { Actor, AuditEntry } from '../records/audit.ts';
import type { Database } from '../schema/database.ts';
import { timeOrderedId } from '../schema/time-ordered-id.ts';

/** How much of the audit log of a workspace is kept. */
export const auditLimits = {
  /** Days after which events are deleted. */
  days: 400,
  /** Newest events that are kept. */
  events: 100_000,
  /** Characters of a token's subject that are kept. */
  actorIdLength: 255,
} as const;

/** Where an event is recorded: a transaction inside a workspace, and the present in milliseconds since 1970. */
export interface AuditPlace {
  readonly trx: Transaction<Database>;
  readonly workspace: string;
  readonly now: number;
}

/**
 * Appends an event to the audit log, in the transaction of the change that it records, and deletes events past
 * {@link auditLimits}. The revision of the workspace stays as it is.
 */
export async function recordEvent(
  { trx, workspace, now }: AuditPlace,
  actor: Actor,
  { kind, details }: AuditEntry,
): Promise<void> {
  await trx
    .insertInto('audit_event')
    .values({
      workspace_id: workspace,
      event_id: timeOrderedId(),
      at: new Date(now),
      kind,
      actor: JSON.stringify(storableActor(actor)),
      details: JSON.stringify(details),
    })
    .execute();
  await prune({ trx, workspace, now });
}

/** An actor in a form that the database can hold: PostgreSQL has no NUL and no half surrogate pairs. */
export function storableActor(actor: Actor): Actor {
  if (!('id' in actor)) return actor;
  const id = actor.id.slice(0, auditLimits.actorIdLength).replaceAll('\0', '\uFFFD').toWellFormed();
  return { kind: actor.kind, id };
}

/** Deletes what is past the limits. Events that another transaction is deleting are skipped, so that nobody waits. */
async function prune({ trx, workspace, now }: AuditPlace): Promise<void> {
  const oldest = new Date(now - auditLimits.days * 86_400_000).toISOString();
  for (const isPast of [
    sql`at < ${oldest}::timestamptz`,
    sql`(at, event_id) <= (
      select at, event_id from audit_event where workspace_id = ${workspace}
      order by at desc, event_id desc offset ${auditLimits.events} limit 1)`,
  ])
    await sql`delete from audit_event where workspace_id = ${workspace} and event_id in (
      select event_id from audit_event where workspace_id = ${workspace} and ${isPast} for update skip locked)`.execute(
      trx,
    );
}
