import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { NumberRecord } from '../records/health.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { type SentColumns, sentRows } from '../schema/sent-rows.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { AccountDirectory } from './account-directory.ts';
import { Batch, itemsOf } from './batch.ts';
import { requiredDay, requiredId } from './fields.ts';
import type { Ingest } from './ingest.ts';
import { Rejection } from './rejection.ts';

interface Reported {
  readonly accountId: string;
  readonly key: string;
  readonly day: Day;
  readonly value: number;
}

/** Takes numbers about accounts in; the health of those accounts follows. */
export function ingestNumbers(records: readonly NumberRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    key: requiredId(record.key, 'key', 'The number’s key'),
    day: requiredDay(record.day, 'day', 'The day'),
    value: parseValue(record.value),
  }));
  return async (tx) => {
    const accounts = parsed.map(({ value }) => value.account);
    const directory = await AccountDirectory.load(tx, source, accounts);
    const placed = batch.step(parsed, (number) => ({
      ...number,
      accountId: directory.known(number.account, 'accountExternalId'),
    }));
    const stored = await loadNumbers(
      tx,
      placed.map(({ value }) => value),
    );
    const changed = new Map<string, Reported>();
    for (const { index, value } of placed) {
      const key = keyOf(value);
      const before = stored.get(key);
      if (before === value.value) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(key, value.value);
      changed.set(key, value);
    }
    await saveNumbers(tx, [...changed.values()]);
    for (const { accountId, key, day } of changed.values()) tx.effects.due.add(`number:${key}`, accountId, day);
    return batch.results;
  };
}

function parseValue(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new Rejection('value', `The value ${String(value)} is not a number. Give a finite number, such as 0.72.`);
  }
  // Two zeros would be two values to a comparison and one to the database.
  return value === 0 ? 0 : value;
}

function keyOf(number: Pick<Reported, 'accountId' | 'key' | 'day'>): string {
  return `${number.accountId} ${number.day} ${number.key}`;
}

const keyColumns = {
  account_id: ['uuid', ({ accountId }) => accountId],
  number_key: ['text', ({ key }) => key],
  day: ['date', ({ day }) => day],
} as const satisfies SentColumns<Reported>;

async function loadNumbers(tx: WriteTransaction, wanted: readonly Reported[]): Promise<Map<string, number>> {
  if (wanted.length === 0) return new Map();
  const rows = await packedRows<readonly [string, string, Day, number]>(
    tx.trx,
    sql`reported.account_id, reported.number_key, ${dayNumber('reported.day')}, reported.value`,
    sql`from (select ${sentRows(wanted, keyColumns)}) as asked
        join reported_number as reported
          on reported.workspace_id = ${tx.workspace} and reported.account_id = asked.account_id
          and reported.number_key = asked.number_key and reported.day = asked.day`,
  );
  return new Map(rows.map(([accountId, key, day, value]) => [keyOf({ accountId, key, day }), value]));
}

async function saveNumbers(tx: WriteTransaction, numbers: readonly Reported[]): Promise<void> {
  if (numbers.length === 0) return;
  tx.effects.changed = true;
  await insertRows(
    tx,
    'reported_number',
    numbers,
    { ...keyColumns, value: ['float8', ({ value }) => value] },
    Object.keys(keyColumns),
  );
}
