import { sql } from 'kysely';
import type { AccountOutcome } from '../records/value.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** The most outcomes of one account that are listed. */
const most = 100;

/** Outcomes of an account with their latest values, the earliest due first, at most 100. */
export async function readOutcomes(tx: WorkspaceTransaction, accountId: string): Promise<readonly AccountOutcome[]> {
  type Row = readonly [string, string, string, number, number, string, string | null, number | null, string | null];
  const rows = await packedRows<Row>(
    tx.trx,
    sql`source, external_id, name, baseline, target, due_on, reached_on, value, day`,
    sql`from (
          select outcome.*, latest.value, latest.day
          from outcome left join lateral (
            select value, day from outcome_progress as progress
            where progress.workspace_id = ${tx.workspace} and progress.source = outcome.source
              and progress.external_id = outcome.external_id and progress.day <= date '1970-01-01' + ${tx.today}::int
            order by day desc limit 1
          ) as latest on true
          where outcome.workspace_id = ${tx.workspace} and outcome.account_id = ${accountId}::uuid
          order by due_on, source, external_id limit ${most}
        ) as listed`,
  );
  return rows.map(([source, outcomeId, name, baseline, target, dueOn, reachedOn, value, valueOn]) => ({
    accountId,
    outcomeId,
    source,
    name,
    baseline,
    target,
    dueOn,
    reachedOn,
    value,
    valueOn,
  }));
}
