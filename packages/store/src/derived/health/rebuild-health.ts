import { type Day, type HealthScore, healthTimeline, timelineObservations } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../../ingest/touch-accounts.ts';
import { sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { loadHealthInputs } from './health-inputs.ts';
import type { StoredHealthModel } from './load-health-models.ts';

const chunk = 2_000;

// What is known already goes stale on days to come, and what is signed already ends on them. Working scores out this
// far ahead lets days pass without anything to rebuild; readers look no further than their own day.
const daysAhead = 3_660;

/** An account whose scores are to be worked out anew from a day on. */
export interface DueAccount {
  readonly id: string;
  /** The model that scores it; `undefined`: none does. */
  readonly stored: StoredHealthModel | undefined;
  readonly from: Day;
}

/** Works the scores of accounts out anew; those before the day each is due from stand. */
export async function rebuildHealth(tx: WriteTransaction, accounts: readonly DueAccount[]): Promise<void> {
  for (const some of Map.groupBy(accounts, ({ stored }) => stored).values()) {
    for (let start = 0; start < some.length; start += chunk) {
      await rebuildChunk(tx, some[0]?.stored, some.slice(start, start + chunk));
    }
  }
  await touchAccounts(
    tx,
    accounts.map(({ id }) => id),
    'health',
  );
}

/** Accounts of one model. */
async function rebuildChunk(
  tx: WriteTransaction,
  stored: StoredHealthModel | undefined,
  accounts: readonly DueAccount[],
): Promise<void> {
  const due = sentRows(accounts, {
    account_id: ['uuid', ({ id }) => id],
    from_day: ['date', ({ from }) => from],
  });
  await sql`
    delete from health_score as scored using (select ${due}) as due
    where scored.workspace_id = ${tx.workspace} and scored.account_id = due.account_id
      and scored.day >= due.from_day`.execute(tx.trx);
  if (stored === undefined) return;
  const horizon = tx.today + daysAhead;
  const inputs = await loadHealthInputs(tx, stored.model, accounts);
  const scores: (HealthScore & { readonly accountId: string })[] = [];
  for (const { id, from } of accounts) {
    const input = inputs.get(id);
    if (input === undefined) continue;
    const observations = timelineObservations(stored.model, input, from, horizon);
    for (const score of healthTimeline(stored.model, observations, from, horizon)) {
      scores.push({ accountId: id, ...score });
    }
  }
  await insertRows(tx, 'health_score', scores, {
    account_id: ['uuid', ({ accountId }) => accountId],
    day: ['date', ({ day }) => day],
    score: ['float8', ({ score }) => score],
    coverage: ['float8', ({ coverage }) => coverage],
    model_no: ['smallint', () => stored.no],
  });
}
