import { type Day, parseDecimal } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { rebuildMovements } from '../derived/movements.ts';
import type { ExchangeRateRecord } from '../records/subscription.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from './batch.ts';
import { reconvertContracts } from './contracts/contract-outcomes.ts';
import { reconvertCosts } from './costs/costs.ts';
import { requiredDay } from './fields.ts';
import type { Ingest } from './ingest.ts';
import { Rejection } from './rejection.ts';
import { parseCurrency } from './subscriptions/subscription-change.ts';

const rateDecimals = 12;

/** Sets rates and works out anew what hangs on those currencies: the movements of accounts that hold them, and costs. */
export function ingestExchangeRates(records: readonly ExchangeRateRecord[]): Ingest {
  const batch = new Batch(records);
  return async (tx) => {
    const parsed = batch.step(itemsOf(records), (record) => parseRate(record, tx.currency));
    const currencies = [...new Set(parsed.map(({ value }) => value.currency))];
    const stored = await loadRates(tx, currencies);
    const changed = new Map<string, { readonly currency: string; readonly day: Day; readonly rate: string }>();
    for (const { index, value } of parsed) {
      const key = `${value.currency} ${value.day}`;
      const before = stored.get(key);
      if (before === value.scaled) continue;
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(key, value.scaled);
      changed.set(key, value);
    }
    if (changed.size === 0) return batch.results;
    await saveRates(tx, [...changed.values()]);
    const moved = [...new Set([...changed.values()].map(({ currency }) => currency))];
    await rebuildMovements(tx, await holdersOf(tx, moved));
    await reconvertCosts(tx, moved);
    await reconvertContracts(tx, moved);
    return batch.results;
  };
}

function parseRate(record: ExchangeRateRecord, reporting: string) {
  const currency = parseCurrency(record.currency);
  if (currency === reporting) {
    throw new Rejection(
      'currency',
      `${currency} is the currency the workspace reports in, so its rate is always 1. Give rates of other currencies.`,
    );
  }
  const day = requiredDay(record.day, 'day', 'The day');
  const rate: unknown = record.rate;
  const scaled = typeof rate === 'string' && rate.length <= 40 ? parseDecimal(rate, rateDecimals) : undefined;
  if (scaled === undefined || scaled <= 0n) {
    throw new Rejection(
      'rate',
      `"${String(rate)}" is not a rate. Write what one ${currency} is worth in ${reporting} as a plain decimal above 0 with at most ${rateDecimals} decimals, such as 1.0825.`,
    );
  }
  return { currency, day, rate: record.rate, scaled };
}

async function loadRates(
  tx: WriteTransaction,
  currencies: readonly string[],
): Promise<Map<string, bigint | undefined>> {
  const rows = await packedRows<readonly [string, Day, string]>(
    tx.trx,
    sql`currency, ${dayNumber('day')}, rate::text`,
    sql`from exchange_rate where workspace_id = ${tx.workspace} and currency = any(${arrayOf('text', currencies)})`,
  );
  return new Map(rows.map(([currency, day, rate]) => [`${currency} ${day}`, parseDecimal(rate, rateDecimals)]));
}

async function saveRates(
  tx: WriteTransaction,
  rates: readonly { readonly currency: string; readonly day: Day; readonly rate: string }[],
): Promise<void> {
  tx.effects.changed = true;
  await insertRows(
    tx,
    'exchange_rate',
    rates,
    {
      currency: ['text', ({ currency }) => currency],
      day: ['date', ({ day }) => day],
      rate: ['numeric', ({ rate }) => rate],
    },
    ['currency', 'day'],
  );
}

async function holdersOf(tx: WriteTransaction, currencies: readonly string[]): Promise<readonly string[]> {
  const rows = await packedRows<readonly [string]>(
    tx.trx,
    sql`account_id`,
    sql`from (
          select distinct account_id from subscription_change
          where workspace_id = ${tx.workspace} and currency = any(${arrayOf('text', currencies)})
        ) as holder`,
  );
  return rows.map(([accountId]) => accountId);
}
