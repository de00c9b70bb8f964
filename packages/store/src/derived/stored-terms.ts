import { type Day, type SubscriptionTerms, subscriptionKinds, subscriptionStatuses } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { historyPart } from '../ledger/parts/history-part.ts';
import { dayNumber } from '../schema/days.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

const never = -(2 ** 31);
const orNever = (column: string): RawBuilder<unknown> => sql`coalesce(${dayNumber(column)}, ${sql.lit(never)})`;

/** Changes of subscriptions as numbers: they are read by the hundred thousand, and as objects would take seconds. */
const rows = historyPart({
  // One-time charges are revenue of no recurring kind under any policy.
  from: sql`(
    select *, row_number() over (
      partition by workspace_id, account_id, source, subscription_id order by kind, starts_on) as change_no
    from subscription_change where kind <> 1
  ) as change`,
  order: sql`source, subscription_id, change_no`,
  columns: {
    numbers: ['int', sql`change_no`],
    kinds: ['byte', sql`kind`],
    statuses: ['byte', sql`status`],
    starts: ['int', dayNumber('starts_on')],
    ends: ['int', orNever('closes_on')],
    // Three capital letters are three bytes.
    currencies: ['int', sql`ascii(currency) * 65536 + ascii(substr(currency, 2)) * 256 + ascii(substr(currency, 3))`],
    annual: ['float', sql`annual_minor`],
    amounts: ['float', sql`amount_minor`],
    cancelled: ['int', orNever('cancelled_on')],
    signed: ['int', orNever('signed_on')],
    discounts: ['float', sql`coalesce(discount_annual, -1)`],
    discountEnds: ['int', orNever('discount_ends_on')],
  },
});

type Columns = Awaited<ReturnType<typeof rows.load>>['columns'];

/** The subscriptions of accounts as revenue is recognised from them. Accounts without any are absent. */
export async function loadTerms(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone = false,
): Promise<ReadonlyMap<string, readonly SubscriptionTerms[]>> {
  const byAccount = new Map<string, readonly SubscriptionTerms[]>();
  if (accountIds.length === 0) return byAccount;
  const { placeOf, offsets, columns } = await rows.load(tx, accountIds, everyone);
  for (const [accountId, place] of placeOf) {
    const terms: SubscriptionTerms[] = [];
    let subscription = 0;
    for (let row = offsets[place] ?? 0; row < (offsets[place + 1] ?? 0); row++) {
      if (columns.numbers[row] === 1) subscription++;
      terms.push(termsOf(columns, row, String(subscription)));
    }
    byAccount.set(accountId, terms);
  }
  return byAccount;
}

function termsOf(columns: Columns, row: number, subscription: string): SubscriptionTerms {
  const startsOn = columns.starts[row] ?? 0;
  const endsOn = dayOr(columns.ends[row]);
  const currency = currencyOf(columns.currencies[row] ?? 0);
  if (subscriptionKinds[columns.kinds[row] ?? 0] === 'metered') {
    return { kind: 'metered', startsOn, endsOn: endsOn ?? startsOn, currency, chargedMinor: columns.amounts[row] ?? 0 };
  }
  const discount = columns.discounts[row] ?? -1;
  return {
    kind: 'recurring',
    subscription,
    startsOn,
    endsOn,
    currency,
    annualMinor: columns.annual[row] ?? 0,
    status: subscriptionStatuses[columns.statuses[row] ?? 0] ?? 'active',
    cancelledOn: dayOr(columns.cancelled[row]),
    signedOn: dayOr(columns.signed[row]),
    discount: discount < 0 ? null : { annualMinor: discount, endsOn: dayOr(columns.discountEnds[row]) },
  };
}

function dayOr(day: number | undefined): Day | null {
  return day === undefined || day === never ? null : day;
}

const codes = new Map<number, string>();

function currencyOf(packed: number): string {
  const known = codes.get(packed) ?? String.fromCharCode(packed >> 16, (packed >> 8) & 255, packed & 255);
  codes.set(packed, known);
  return known;
}
