import { type Day, healthObservations, modelFor, scoreHealth } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { isInternalId } from '../../accounts/known-accounts.ts';
import type { AccountHealth } from '../../records/health.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { loadHealthInputs } from './health-inputs.ts';
import { loadHealthModels } from './load-health-models.ts';

/**
 * Accounts' health as of a day. The factors are scored from the records rather than stored, so that each says when it was
 * last observed even while the score stood still.
 */
export async function readAccountHealth(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  day: Day,
  since: Day,
): Promise<ReadonlyMap<string, AccountHealth>> {
  const health = new Map<string, AccountHealth>();
  const models = await loadHealthModels(tx);
  if (models.length === 0) return health;
  const known = await knownTraits(tx, accountIds);
  const byModel = Map.groupBy(known, ([, traits]) => modelFor(models, traits));
  for (const [model, accounts] of byModel) {
    if (model === undefined) continue;
    const ids = accounts.map(([id]) => id);
    const inputs = await loadHealthInputs(
      tx,
      model,
      ids.map((id) => ({ id, from: Math.min(since, day) })),
    );
    const timelines = await loadTimelines(tx, ids, day);
    for (const [accountId, input] of inputs) {
      const observations = healthObservations(model, input, [since, day]);
      health.set(accountId, {
        model,
        now: scoreHealth(model, observations, day),
        before: scoreHealth(model, observations, since),
        timeline: timelines.get(accountId) ?? [],
      });
    }
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
          where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)}) and day <= ${dateOf(day)}
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

/** Those of some internal ids that are accounts of the workspace, with their traits. */
async function knownTraits(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly (readonly [string, Readonly<Record<string, string>>])[]> {
  const asked = accountIds.filter(isInternalId);
  if (asked.length === 0) return [];
  return packedRows(
    tx.trx,
    sql`account_id, traits`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', asked)})`,
  );
}
