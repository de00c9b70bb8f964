import { type Day, healthTimeline, timelineObservations } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../../ingest/touch-accounts.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dateOf } from '../../schema/days.ts';
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
  await sql`
    delete from health_score as scored
    using unnest(
      ${arrayOf(
        'uuid',
        accounts.map(({ id }) => id),
      )},
      ${arrayOf(
        'int',
        accounts.map(({ from }) => from),
      )}
    ) as due (account_id, from_day)
    where scored.workspace_id = ${tx.workspace} and scored.account_id = due.account_id
      and scored.day >= ${dateOf(sql`due.from_day`)}`.execute(tx.trx);
  if (stored === undefined) return;
  const horizon = tx.today + daysAhead;
  const inputs = await loadHealthInputs(tx, stored.model, accounts);
  const columns = {
    account: [] as string[],
    day: [] as number[],
    score: [] as (number | null)[],
    coverage: [] as number[],
  };
  for (const { id, from } of accounts) {
    const input = inputs.get(id);
    if (input === undefined) continue;
    const observations = timelineObservations(stored.model, input, from, horizon);
    for (const { day, score, coverage } of healthTimeline(stored.model, observations, from, horizon)) {
      columns.account.push(id);
      columns.day.push(day);
      columns.score.push(score);
      columns.coverage.push(coverage);
    }
  }
  await sql`
    insert into health_score (workspace_id, account_id, day, score, coverage, model_no)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.score, new.coverage, ${stored.no}::smallint
    from unnest(
      ${arrayOf('uuid', columns.account)}, ${arrayOf('int', columns.day)}, ${arrayOf('float8', columns.score)},
      ${arrayOf('float8', columns.coverage)}
    ) as new (account_id, day, score, coverage)`.execute(tx.trx);
}
