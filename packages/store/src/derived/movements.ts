import { accountMovements, type Day, ExchangeRates, movementCode, type RecurringSpan } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { dateOf, dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { rebuildHealth } from './health.ts';

const chunk = 5_000;

/** Works the movements of accounts out anew from their subscriptions, and then what hangs on movements. */
export async function rebuildMovements(tx: WriteTransaction, accountIds: readonly string[]): Promise<void> {
  for (let start = 0; start < accountIds.length; start += chunk) {
    await rebuildChunk(tx, accountIds.slice(start, start + chunk));
  }
  await touchAccounts(tx, accountIds);
  await rebuildHealth(tx, accountIds, ['revenueTrend']);
}

async function rebuildChunk(tx: WriteTransaction, accountIds: readonly string[]): Promise<void> {
  const spans = await loadSpans(tx, accountIds);
  const rates = await loadRates(tx, spans);
  const columns = { account: [] as string[], day: [] as number[], kind: [] as number[], amount: [] as number[] };
  const unconverted: string[] = [];
  for (const [accountId, history] of spans) {
    const result = accountMovements(history, rates);
    if (result.unconverted.length > 0) unconverted.push(accountId);
    for (const { day, kind, amount } of result.movements) {
      columns.account.push(accountId);
      columns.day.push(day);
      columns.kind.push(movementCode[kind]);
      columns.amount.push(amount);
    }
  }
  const known = accountIds.filter((id) => !tx.effects.createdAccounts.has(id));
  if (known.length > 0) {
    await sql`delete from movement where workspace_id = ${tx.workspace} and account_id = any(${known}::uuid[])`.execute(
      tx.trx,
    );
  }
  await sql`
    insert into movement (workspace_id, account_id, day, kind, amount)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.kind, new.amount
    from unnest(${columns.account}::uuid[], ${columns.day}::int[], ${columns.kind}::smallint[], ${columns.amount}::bigint[])
      as new (account_id, day, kind, amount)`.execute(tx.trx);
  await sql`
    update account set unconverted = not unconverted
    where workspace_id = ${tx.workspace} and account_id = any(${accountIds}::uuid[])
      and unconverted <> (account_id = any(${unconverted}::uuid[]))`.execute(tx.trx);
}

async function loadSpans(
  tx: WriteTransaction,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly RecurringSpan[]>> {
  const rows = await packedRows<readonly [string, Day, Day | null, number, string]>(
    tx.trx,
    sql`account_id, ${dayNumber('starts_on')}, ${dayNumber('closes_on')}, annual_minor, currency`,
    sql`from subscription_change where workspace_id = ${tx.workspace} and account_id = any(${accountIds}::uuid[])`,
  );
  const spans = new Map<string, RecurringSpan[]>();
  for (const [accountId, startsOn, endsOn, annualMinor, currency] of rows) {
    const span = { startsOn, endsOn, annualMinor, currency };
    const history = spans.get(accountId);
    if (history === undefined) spans.set(accountId, [span]);
    else history.push(span);
  }
  return spans;
}

async function loadRates(
  tx: WriteTransaction,
  spans: ReadonlyMap<string, readonly RecurringSpan[]>,
): Promise<ExchangeRates> {
  const foreign = new Set<string>();
  for (const history of spans.values()) {
    for (const { currency } of history) if (currency !== tx.currency) foreign.add(currency);
  }
  if (foreign.size === 0) return new ExchangeRates(tx.currency);
  const rows = await packedRows<readonly [string, Day, string]>(
    tx.trx,
    sql`currency, ${dayNumber('day')}, rate::text`,
    sql`from exchange_rate where workspace_id = ${tx.workspace} and currency = any(${[...foreign]}::text[])`,
  );
  return new ExchangeRates(
    tx.currency,
    rows.map(([currency, day, rate]) => ({ currency, day, rate })),
  );
}
