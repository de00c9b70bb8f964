import { type Day, healthObservations, scoreHealth } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { knownAccounts } from '../accounts/known-accounts.ts';
import type { AccountHealth } from '../records/health.ts';
import { dateOf, dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { loadHealthModel } from './health.ts';
import { loadHealthInputs } from './health-inputs.ts';

const daysBefore = 30;

/**
 * Accounts' health as of a day. The factors are scored from the records rather than stored, so that each says when it was
 * last observed even while the score stood still.
 */
export async function readAccountHealth(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, AccountHealth>> {
  const model = await loadHealthModel(tx);
  const known = model === null ? [] : await knownAccounts(tx, accountIds);
  const health = new Map<string, AccountHealth>();
  if (model === null || known.length === 0) return health;
  const inputs = await loadHealthInputs(tx, model, known);
  const timelines = await loadTimelines(tx, known, day);
  for (const [accountId, input] of inputs) {
    const observations = healthObservations(model, input, day);
    health.set(accountId, {
      model,
      now: scoreHealth(model, observations, day),
      before: scoreHealth(model, observations, day - daysBefore),
      timeline: timelines.get(accountId) ?? [],
    });
  }
  return health;
}

async function loadTimelines(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  day: Day,
): Promise<ReadonlyMap<string, AccountHealth['timeline']>> {
  const rows = await packedRows<readonly [string, Day, number | null, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, score, coverage`,
    sql`from (
          select * from health_score
          where workspace_id = ${tx.workspace} and account_id = any(${accountIds}::uuid[]) and day <= ${dateOf(day)}
          order by day
        ) as scored`,
  );
  const timelines = new Map<string, AccountHealth['timeline'][number][]>();
  for (const [accountId, at, score, coverage] of rows) {
    const timeline = timelines.get(accountId) ?? [];
    timelines.set(accountId, timeline);
    timeline.push({ day: at, score, coverage });
  }
  return timelines;
}
