import type { Day, Interval } from '@plimsoll/metrics';
import { sql } from 'kysely';
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
          where workspace_id = ${tx.workspace} and source = ${source} and subscription_id = any(${subscriptionIds}::text[])
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

/** Writes changes in place of those of the same subscription and start. */
export async function saveChanges(tx: WriteTransaction, source: string, rows: readonly ClosedChange[]): Promise<void> {
  if (rows.length === 0) return;
  tx.effects.changed = true;
  await sql`
    insert into subscription_change (
      workspace_id, source, subscription_id, starts_on, ends_on, closes_on, account_id, plan,
      amount_minor, currency, billing_interval, every, quantity, annual_minor
    )
    select ${tx.workspace}, ${source}, new.subscription_id, ${dateOf(sql`new.starts_on`)}, ${dateOf(sql`new.ends_on`)},
      ${dateOf(sql`new.closes_on`)}, new.account_id, new.plan, new.amount_minor, new.currency, new.billing_interval,
      new.every, new.quantity, new.annual_minor
    from unnest(
      ${rows.map((row) => row.subscriptionId)}::text[], ${rows.map((row) => row.startsOn)}::int[],
      ${rows.map((row) => row.endsOn)}::int[], ${rows.map((row) => row.closesOn)}::int[],
      ${rows.map((row) => row.accountId)}::uuid[], ${rows.map((row) => row.plan)}::text[],
      ${rows.map((row) => row.amountMinor)}::bigint[], ${rows.map((row) => row.currency)}::text[],
      ${rows.map((row) => row.interval)}::text[], ${rows.map((row) => row.every)}::int[],
      ${rows.map((row) => row.quantity)}::bigint[], ${rows.map((row) => row.annualMinor)}::bigint[]
    ) as new (subscription_id, starts_on, ends_on, closes_on, account_id, plan, amount_minor, currency, billing_interval,
      every, quantity, annual_minor)
    on conflict (workspace_id, source, subscription_id, starts_on) do update set
      ends_on = excluded.ends_on, closes_on = excluded.closes_on, account_id = excluded.account_id, plan = excluded.plan,
      amount_minor = excluded.amount_minor, currency = excluded.currency, billing_interval = excluded.billing_interval,
      every = excluded.every, quantity = excluded.quantity, annual_minor = excluded.annual_minor`.execute(tx.trx);
}
