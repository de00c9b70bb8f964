import { csmColumns, type Day, type Ledger } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/**
 * The CSMs by external id, those of before where none was written after a revision (-1: never). Accounts name them by
 * that id alone, so of several sources' the one written last counts.
 */
export async function loadCsms(
  tx: WorkspaceTransaction,
  before: Ledger['csms'],
  after: number,
): Promise<Ledger['csms']> {
  const { rows: found } = await sql<{ readonly written: boolean }>`
    select exists (
      select from csm where workspace_id = ${tx.workspace} and touched_revision > ${after}
    ) as written`.execute(tx.trx);
  if (found[0]?.written !== true) return before;
  const rows = await packedRows<readonly [string, string, number, Day, Day | null]>(
    tx.trx,
    sql`external_id, name, fte_millionths, ramped_on - date '1970-01-01', left_on - date '1970-01-01'`,
    sql`from (
          select distinct on (external_id) * from csm where workspace_id = ${tx.workspace}
          order by external_id, touched_revision desc, source
        ) as latest`,
  );
  return csmColumns(
    rows.map(([externalId, name, fteMillionths, rampedOn, leftOn]) => ({
      externalId,
      name,
      fteMillionths,
      rampedOn,
      leftOn,
    })),
  );
}
