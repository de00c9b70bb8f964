import { type Day, type Interval, subscriptionKinds, subscriptionStatuses } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { assignedFrom, sentRows } from '../../schema/sent-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { type BillingTerms, plainTerms } from './billing-terms.ts';
import { keyColumns, saidColumns } from './change-columns.ts';
import { historyKey } from './subscription-change.ts';
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
  TermsRow | null,
];

/** What is stored of billing terms, where anything is: kind, status, days and the discount. */
type TermsRow = readonly [
  number,
  number,
  Day | null,
  Day | null,
  number | null,
  number | null,
  number | null,
  Day | null,
];

/** Every stored change of some subscriptions by its {@link historyKey}, oldest first. */
export async function loadChanges(
  tx: WriteTransaction,
  source: string,
  subscriptionIds: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly ClosedChange[]>> {
  const rows = await packedRows<Row>(
    tx.trx,
    sql`subscription_id, ${dayNumber('starts_on')}, ${dayNumber('ends_on')}, ${dayNumber('closes_on')}, account_id, plan,
        amount_minor, currency, billing_interval, every, quantity, annual_minor,
        case when kind <> 0 or status <> 0 or cancelled_on is not null or signed_on is not null or discount_annual is not null
          then json_build_array(kind, status, ${dayNumber('cancelled_on')}, ${dayNumber('signed_on')},
            discount_millionths, discount_minor, discount_annual, ${dayNumber('discount_ends_on')})
        end`,
    sql`from (
          select * from subscription_change
          where workspace_id = ${tx.workspace} and source = ${source} and subscription_id = any(${arrayOf('text', [...subscriptionIds])})
          order by starts_on
        ) as change`,
  );
  const bySubscription = new Map<string, ClosedChange[]>();
  for (const row of rows) {
    const change = changeOf(row);
    const key = historyKey(change);
    const changes = bySubscription.get(key);
    if (changes === undefined) bySubscription.set(key, [change]);
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
    terms,
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
    terms: terms === null ? plainTerms : termsOf(terms),
  };
}

function termsOf([
  kind,
  status,
  cancelledOn,
  signedOn,
  millionths,
  minor,
  annualMinor,
  endsOn,
]: TermsRow): BillingTerms {
  return {
    kind: subscriptionKinds[kind] ?? 'recurring',
    status: subscriptionStatuses[status] ?? 'active',
    cancelledOn,
    signedOn,
    discount: annualMinor === null ? null : { millionths, minor, annualMinor, endsOn },
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
  await insertRows(tx, 'subscription_change', rows, { ...keyColumns, source: ['text', () => source], ...saidColumns });
}

/** Writes changes in place of those of the same subscription, start and kind. */
export async function updateChanges(
  tx: WriteTransaction,
  source: string,
  rows: readonly ClosedChange[],
): Promise<void> {
  if (rows.length === 0) return;
  tx.effects.changed = true;
  await sql`
    update subscription_change as stored set ${assignedFrom('new', saidColumns)}
    from (select ${sentRows(rows, { ...keyColumns, ...saidColumns })}) as new
    where stored.workspace_id = ${tx.workspace} and stored.source = ${source}
      and stored.subscription_id = new.subscription_id and stored.starts_on = new.starts_on
      and stored.kind = new.kind`.execute(tx.ahead);
}
