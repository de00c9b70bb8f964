import type { Day, Ledger } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

type SharedCosts = Ledger['costs']['shared'];

/** A cost of the whole workspace: `[category, start, end, amount]`. */
type Row = readonly [number, Day, Day, number | null];

/**
 * The costs of the whole workspace: those of before where no cost at all was written after a revision (-1: never), else
 * all of them, for they are few and any of them may have moved to an account.
 */
export async function loadSharedCosts(
  tx: WorkspaceTransaction,
  before: SharedCosts,
  after: number,
): Promise<SharedCosts> {
  const { rows: found } = await sql<{ readonly written: boolean }>`
    select exists (
      select from cost where workspace_id = ${tx.workspace} and touched_revision > ${after}
    ) as written`.execute(tx.trx);
  if (found[0]?.written !== true) return before;
  const rows = await packedRows<Row>(
    tx.trx,
    sql`category, starts_on - date '1970-01-01', ends_on - date '1970-01-01', reporting_minor`,
    sql`from (
          select * from cost where workspace_id = ${tx.workspace} and account_id is null
          order by starts_on, source, external_id
        ) as shared`,
  );
  return {
    categories: Uint8Array.from(rows, ([category]) => category),
    starts: Int32Array.from(rows, ([, start]) => start),
    ends: Int32Array.from(rows, ([, , end]) => end),
    amounts: Float64Array.from(rows, ([, , , amount]) => amount ?? Number.NaN),
  };
}
