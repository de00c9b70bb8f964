import type { Day, Interval } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf, type ElementType } from '../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import type { ClosedChange } from './subscription-history.ts';

type Row = readonly [
  string,
  Day,
  Day | null,
  Day | null,
  string,
  string | null,
  number,
  string,
  Interval,
  number,
  number,
  number,
];

/** Every stored change of some subscriptions, oldest first. */
export async function loadChanges(
  tx: WriteTransaction,
  source: string,
  subscriptionIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ClosedChange[]>> {
  const rows = await packedRows<Row>(
    tx.trx,
    sql`subscription_id, ${dayNumber('starts_on')}, ${dayNumber('ends_on')}, ${dayNumber('closes_on')}, account_id, plan,
        amount_minor, currency, billing_interval, every, quantity, annual_minor`,
    sql`from (
          select * from subscription_change
          where workspace_id = ${tx.workspace} and source = ${source} and subscription_id = any(${arrayOf('text', subscriptionIds)})
          order by starts_on
        ) as change`,
  );
  const bySubscription = new Map<string, ClosedChange[]>();
  for (const row of rows) {
    const change = changeOf(row);
    const changes = bySubscription.get(change.subscriptionId);
    if (changes === undefined) bySubscription.set(change.subscriptionId, [change]);
    else changes.push(change);
  }
  return bySubscription;
}

function changeOf(row: Row): ClosedChange {
  const [
    subscriptionId,
    startsOn,
    endsOn,
    closesOn,
    accountId,
    plan,
    amountMinor,
    currency,
    interval,
    every,
    quantity,
    annualMinor,
  ] = row;
  return {
    subscriptionId,
    startsOn,
    endsOn,
    closesOn,
    accountId,
    plan,
    amountMinor,
    currency,
    interval,
    every,
    quantity,
    annualMinor,
  };
}

/** Writes changes that are not there yet. */
export async function insertChanges(
  tx: WriteTransaction,
  source: string,
  rows: readonly ClosedChange[],
): Promise<void> {
  if (rows.length === 0) return;
  tx.effects.changed = true;
  await sql`
    insert into subscription_change (
      workspace_id, source, subscription_id, starts_on, ends_on, closes_on, account_id, plan,
      amount_minor, currency, billing_interval, every, quantity, annual_minor
    )
    select ${tx.workspace}, ${source}, subscription_id, ${dateOf(sql`starts_on`)}, ${dateOf(sql`ends_on`)},
      ${dateOf(sql`closes_on`)}, account_id, plan, amount_minor, currency, billing_interval, every, quantity, annual_minor
    from ${columnsOf(rows)}`.execute(tx.trx);
}

/** Writes changes in place of those of the same subscription and start. */
export async function updateChanges(
  tx: WriteTransaction,
  source: string,
  rows: readonly ClosedChange[],
): Promise<void> {
  if (rows.length === 0) return;
  tx.effects.changed = true;
  await sql`
    update subscription_change as stored set
      ends_on = ${dateOf(sql`new.ends_on`)}, closes_on = ${dateOf(sql`new.closes_on`)}, account_id = new.account_id,
      plan = new.plan, amount_minor = new.amount_minor, currency = new.currency,
      billing_interval = new.billing_interval, every = new.every, quantity = new.quantity,
      annual_minor = new.annual_minor
    from ${columnsOf(rows)}
    where stored.workspace_id = ${tx.workspace} and stored.source = ${source}
      and stored.subscription_id = new.subscription_id and stored.starts_on = ${dateOf(sql`new.starts_on`)}`.execute(
    tx.trx,
  );
}

function columnsOf(rows: readonly ClosedChange[]): RawBuilder<unknown> {
  const column = <Key extends keyof ClosedChange>(type: ElementType, key: Key) =>
    arrayOf(
      type,
      rows.map((row) => row[key]),
    );
  return sql`unnest(
      ${column('text', 'subscriptionId')}, ${column('int', 'startsOn')}, ${column('int', 'endsOn')},
      ${column('int', 'closesOn')}, ${column('uuid', 'accountId')}, ${column('text', 'plan')},
      ${column('bigint', 'amountMinor')}, ${column('text', 'currency')}, ${column('text', 'interval')},
      ${column('int', 'every')}, ${column('bigint', 'quantity')}, ${column('bigint', 'annualMinor')}
    ) as new (subscription_id, starts_on, ends_on, closes_on, account_id, plan, amount_minor, currency, billing_interval,
      every, quantity, annual_minor)`;
}
