import { type Lifecycle, stageTimeline } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../../ingest/touch-accounts.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { loadStageInputs } from './stage-inputs.ts';

const chunk = 2_000;

// What is known already comes to its days, such as the ninetieth after the first payment. Working stages out this far
// ahead lets days pass without anything to rebuild; readers look no further than their own day.
const daysAhead = 3_660;

/** Works the stages of accounts out anew. */
export async function rebuildStages(
  tx: WriteTransaction,
  lifecycle: Lifecycle,
  accountIds: readonly string[],
): Promise<void> {
  for (let start = 0; start < accountIds.length; start += chunk) {
    await rebuildChunk(tx, lifecycle, accountIds.slice(start, start + chunk));
  }
  await touchAccounts(tx, accountIds, 'stages');
}

async function rebuildChunk(tx: WriteTransaction, lifecycle: Lifecycle, accountIds: readonly string[]): Promise<void> {
  const inputs = await loadStageInputs(tx, lifecycle, accountIds);
  const codeOf = new Map(lifecycle.stages.map(({ key }, place) => [key, place + 1]));
  const rows = [...inputs].flatMap(([accountId, input]) =>
    stageTimeline(lifecycle, input, tx.today + daysAhead).map(({ day, stage, byHand }) => ({
      accountId,
      day,
      stage: stage === null ? 0 : (codeOf.get(stage) ?? 0),
      byHand,
    })),
  );
  await sql`
    delete from account_stage
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`.execute(tx.trx);
  await insertRows(tx, 'account_stage', rows, {
    account_id: ['uuid', ({ accountId }) => accountId],
    day: ['date', ({ day }) => day],
    stage: ['smallint', ({ stage }) => stage],
    by_hand: ['boolean', ({ byHand }) => byHand],
  });
}
