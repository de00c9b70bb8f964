import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { SeatsRecord } from '../../records/usage.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { requiredDay, requiredId, wholeNumber } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { firstDays, touchAccounts } from '../touch-accounts.ts';

const most = 1_000_000_000;

interface Licensed {
  readonly accountId: string;
  readonly day: Day;
  readonly seats: number;
}

/** Takes in how many seats accounts are licensed for; a second number for a day replaces the first. */
export function ingestSeats(records: readonly SeatsRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    day: requiredDay(record.day, 'day', 'The day'),
    seats: wholeNumber(record.seats, 'seats', 'The number of seats', 0, most),
  }));
  return async (tx) => {
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const stored = await loadSeats(tx, [...new Set(placed.map(({ value }) => value.accountId))]);
    const changed = new Map<string, Licensed>();
    for (const { index, value } of placed) {
      const key = keyOf(value);
      const before = stored.get(key);
      if (before === value.seats) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(key, value.seats);
      changed.set(key, value);
    }
    await saveSeats(tx, [...changed.values()]);
    return batch.results;
  };
}

function keyOf({ accountId, day }: Pick<Licensed, 'accountId' | 'day'>): string {
  return `${accountId} ${day}`;
}

async function loadSeats(tx: WriteTransaction, accountIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await packedRows<readonly [string, Day, number]>(
    tx.trx,
    sql`account_id, ${dayNumber('day')}, seats`,
    sql`from licensed_seats where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
  return new Map(rows.map(([accountId, day, seats]) => [keyOf({ accountId, day }), seats]));
}

async function saveSeats(tx: WriteTransaction, changed: readonly Licensed[]): Promise<void> {
  if (changed.length === 0) return;
  await insertRows(
    tx,
    'licensed_seats',
    changed,
    {
      account_id: ['uuid', ({ accountId }) => accountId],
      day: ['date', ({ day }) => day],
      seats: ['int', ({ seats }) => seats],
    },
    ['account_id', 'day'],
  );
  const accountIds = changed.map(({ accountId }) => accountId);
  await touchAccounts(tx, accountIds, 'seats', firstDays(changed));
}
