import { type FactorSource, type HealthModel, healthObservations, healthTimeline } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { dateOf } from '../schema/days.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../transactions/workspace-transaction.ts';
import { loadHealthInputs } from './health-inputs.ts';

const chunk = 2_000;

// What is known already goes stale on days to come, and what is signed already ends on them. Working scores out this
// far ahead lets days pass without anything to rebuild; readers look no further than their own day.
const daysAhead = 3_660;
const firstDay = -50_000;

/** The workspace's model; `null` without one. */
export async function loadHealthModel(tx: WorkspaceTransaction): Promise<HealthModel | null> {
  const row = await tx.trx
    .selectFrom('health_model')
    .select('model')
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  return row?.model ?? null;
}

/**
 * Works the scores of accounts out anew.
 *
 * @param changed the kinds of records that changed: a model that reads none of them keeps its scores
 */
export async function rebuildHealth(
  tx: WriteTransaction,
  accountIds: readonly string[],
  changed: readonly FactorSource['kind'][],
): Promise<void> {
  if (accountIds.length === 0) return;
  const model = await loadHealthModel(tx);
  if (model === null || !model.factors.some(({ source }) => changed.includes(source.kind))) return;
  for (let start = 0; start < accountIds.length; start += chunk) {
    await rebuildChunk(tx, model, accountIds.slice(start, start + chunk));
  }
  await touchAccounts(tx, accountIds, 'health');
}

async function rebuildChunk(tx: WriteTransaction, model: HealthModel, accountIds: readonly string[]): Promise<void> {
  const horizon = tx.today + daysAhead;
  const inputs = await loadHealthInputs(tx, model, accountIds);
  const columns = {
    account: [] as string[],
    day: [] as number[],
    score: [] as (number | null)[],
    coverage: [] as number[],
  };
  for (const [accountId, input] of inputs) {
    const observations = healthObservations(model, input, horizon);
    for (const { day, score, coverage } of healthTimeline(model, observations, firstDay, horizon)) {
      columns.account.push(accountId);
      columns.day.push(day);
      columns.score.push(score);
      columns.coverage.push(coverage);
    }
  }
  await sql`delete from health_score where workspace_id = ${tx.workspace} and account_id = any(${accountIds}::uuid[])`.execute(
    tx.trx,
  );
  await sql`
    insert into health_score (workspace_id, account_id, day, score, coverage)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.score, new.coverage
    from unnest(${columns.account}::uuid[], ${columns.day}::int[], ${columns.score}::float8[], ${columns.coverage}::float8[])
      as new (account_id, day, score, coverage)`.execute(tx.trx);
}
