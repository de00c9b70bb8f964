import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';

/** An outcome as it is stored. */
export interface Outcome {
  readonly externalId: string;
  readonly accountId: string;
  readonly name: string;
  readonly baseline: number;
  readonly target: number;
  readonly dueOn: Day;
  /** As the host gave it. */
  readonly reachedOn: Day | null;
}

/** Outcomes of one source by their external ids. */
export async function loadOutcomes(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Outcome>> {
  const rows = await packedRows<readonly [string, string, string, number, number, Day, Day | null]>(
    tx.trx,
    sql`external_id, account_id, name, baseline, target, ${dayNumber('due_on')}, ${dayNumber('reached_given')}`,
    sql`from outcome where workspace_id = ${tx.workspace} and source = ${source}
          and external_id = any(${arrayOf('text', [...new Set(externalIds)])})`,
  );
  return new Map(
    rows.map(([externalId, accountId, name, baseline, target, dueOn, reachedOn]) => [
      externalId,
      { externalId, accountId, name, baseline, target, dueOn, reachedOn },
    ]),
  );
}

/** Writes outcomes in place of those of the same source and id. */
export async function saveOutcomes(tx: WriteTransaction, source: string, outcomes: readonly Outcome[]): Promise<void> {
  await insertRows(
    tx,
    'outcome',
    outcomes,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      account_id: ['uuid', ({ accountId }) => accountId],
      name: ['text', ({ name }) => name],
      baseline: ['float8', ({ baseline }) => baseline],
      target: ['float8', ({ target }) => target],
      due_on: ['date', ({ dueOn }) => dueOn],
      reached_given: ['date', ({ reachedOn }) => reachedOn],
    },
    ['source', 'external_id'],
  );
}

/**
 * Works out anew when outcomes were reached: on the day given, else on the first day with a value that is there.
 *
 * @returns the days on which those were due and reached, before and after, that belong to an account now
 */
export async function settleOutcomes(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<readonly { readonly accountId: string; readonly day: Day }[]> {
  if (externalIds.length === 0) return [];
  const theirs = sql`workspace_id = ${tx.workspace} and source = ${source}
    and external_id = any(${arrayOf('text', [...new Set(externalIds)])})`;
  const days = sql`account_id, ${dayNumber('due_on')}, ${dayNumber('reached_on')}`;
  const load = () => packedRows<readonly [string, Day, Day | null]>(tx.trx, days, sql`from outcome where ${theirs}`);
  const before = await load();
  await sql`
    update outcome set reached_on = coalesce(reached_given, (
      select min(progress.day) from outcome_progress as progress
      where progress.workspace_id = ${tx.workspace} and progress.source = ${source}
        and progress.external_id = outcome.external_id
        and (progress.value - outcome.baseline) / (outcome.target - outcome.baseline) >= 1
    ))
    where ${theirs}`.execute(tx.trx);
  return [...before, ...(await load())].map(([accountId, due, reached]) => ({
    accountId,
    day: Math.min(due, reached ?? due),
  }));
}
