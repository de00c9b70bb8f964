import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { MilestoneRecord } from '../../records/value.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { requiredDay, requiredId } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';
import { MilestoneDirectory } from './milestone-directory.ts';

interface Reached {
  readonly accountId: string;
  readonly milestoneNo: number;
  readonly day: Day | null;
}

/** Takes in which milestones accounts reached; a second day for a milestone replaces the first. */
export function ingestMilestones(records: readonly MilestoneRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    key: requiredId(record.milestone, 'milestone', 'The milestone’s key'),
    day: record.reachedOn === null ? null : requiredDay(record.reachedOn, 'reachedOn', 'The day'),
  }));
  return async (tx) => {
    const located = await placeOnAccounts(tx, source, batch, parsed);
    const milestones = await MilestoneDirectory.load(tx);
    const placed = batch.step(located, ({ key, accountId, day }): Reached | undefined => {
      // Taking back what nobody knows makes nothing known.
      const milestone = day === null ? milestones.find(key) : milestones.knownOrNew(key, 'milestone');
      return milestone && { accountId, milestoneNo: milestone.milestoneNo, day };
    });
    const stored = await loadReached(
      tx,
      placed.flatMap(({ value }) => value?.accountId ?? []),
    );
    const changed = new Map<string, Reached>();
    const moved: { readonly accountId: string; readonly day: Day }[] = [];
    for (const { index, value } of placed) {
      if (value === undefined) continue;
      const before = stored.get(keyOf(value)) ?? null;
      if (before === value.day) continue;
      batch.settle(index, before === null ? 'created' : 'updated');
      stored.set(keyOf(value), value.day);
      changed.set(keyOf(value), value);
      for (const day of [before, value.day]) if (day !== null) moved.push({ accountId: value.accountId, day });
    }
    await milestones.save();
    await saveReached(tx, [...changed.values()]);
    const first = firstDays(moved);
    await touchAccounts(tx, first.keys(), 'milestones', first);
    return batch.results;
  };
}

function keyOf({ accountId, milestoneNo }: Omit<Reached, 'day'>): string {
  return `${accountId} ${milestoneNo}`;
}

async function loadReached(tx: WriteTransaction, accountIds: readonly string[]): Promise<Map<string, Day | null>> {
  const rows = await packedRows<readonly [string, number, Day]>(
    tx.trx,
    sql`account_id, milestone_no, ${dayNumber('reached_on')}`,
    sql`from milestone_reached
        where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', [...new Set(accountIds)])})`,
  );
  return new Map(rows.map(([accountId, milestoneNo, day]) => [keyOf({ accountId, milestoneNo }), day]));
}

const keyColumns = {
  account_id: ['uuid', ({ accountId }) => accountId],
  milestone_no: ['smallint', ({ milestoneNo }) => milestoneNo],
} as const satisfies SentColumns<Reached>;

async function saveReached(tx: WriteTransaction, changed: readonly Reached[]): Promise<void> {
  const kept = changed.filter(({ day }) => day !== null);
  const gone = changed.filter(({ day }) => day === null);
  await insertRows(
    tx,
    'milestone_reached',
    kept,
    { ...keyColumns, reached_on: ['date', ({ day }) => day] },
    Object.keys(keyColumns),
  );
  if (gone.length === 0) return;
  await sql`
    delete from milestone_reached as stored using (select ${sentRows(gone, keyColumns)}) as gone
    where stored.workspace_id = ${tx.workspace} and stored.account_id = gone.account_id
      and stored.milestone_no = gone.milestone_no`.execute(tx.trx);
}
