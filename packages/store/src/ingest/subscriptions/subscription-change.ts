import { annualise, currencyExponent, type Day, type Interval, intervals, largestAnnualMinor } from '@plimsoll/metrics';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { optionalText, requiredDay, requiredId, wholeNumber } from '../fields.ts';
import { Rejection } from '../rejection.ts';
import { type BillingTerms, parseChargeTerms, parseKind, parseRecurringTerms } from './billing-terms.ts';
import { parseAmount } from './parse-amount.ts';

const mostEvery = 120;
const mostQuantity = 1_000_000_000;
// Above any price whose annualised amount passes, so that a quantity of 0 does not let an unstorable one through.
const largestMinor = largestAnnualMinor * BigInt(mostEvery);

const negativeAmount = 'A subscription is worth 0 or more; let one that is cancelled end instead.';

/** What a subscription is worth from a day on. */
export interface SubscriptionChange {
  readonly subscriptionId: string;
  readonly accountId: string;
  readonly startsOn: Day;
  /** As reported. */
  readonly endsOn: Day | null;
  readonly plan: string | null;
  /** Price of one unit per `every` intervals, in minor units. */
  readonly amountMinor: number;
  readonly currency: string;
  readonly interval: Interval;
  readonly every: number;
  readonly quantity: number;
  /** Before any discount; 0 for what is not recurring. */
  readonly annualMinor: number;
  readonly terms: BillingTerms;
}

/** A change whose account is still an external id. */
export type ParsedChange = Omit<SubscriptionChange, 'accountId'> & { readonly account: string };

/** Tells the changes of one subscription from those of others, and its recurring price from charges of the same id. */
export function historyKey({ subscriptionId, terms }: Pick<SubscriptionChange, 'subscriptionId' | 'terms'>): string {
  // No id holds a NUL.
  return terms.kind === 'recurring' ? subscriptionId : `${subscriptionId}\0${terms.kind}`;
}

/** Reads a record. @throws Rejection */
export function parseSubscription(record: SubscriptionRecord): ParsedChange {
  const subscriptionId = requiredId(record.subscriptionId, 'subscriptionId', 'The subscription’s id');
  const account = requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id');
  const startsOn = requiredDay(record.startsOn, 'startsOn', 'The start');
  const endsOn =
    record.endsOn === null || record.endsOn === undefined ? null : requiredDay(record.endsOn, 'endsOn', 'The end');
  if (endsOn !== null && endsOn <= startsOn) {
    throw new Rejection(
      'endsOn',
      `The end ${record.endsOn} is not after the start ${record.startsOn}. The end is the first day no longer covered; give a later one, or none.`,
    );
  }
  const kind = parseKind(record.kind);
  const charge = kind === 'recurring' ? undefined : parseChargeTerms(record, kind);
  const currency = parseCurrency(record.currency);
  const interval = parseInterval(record.interval);
  const every = wholeNumber(record.every ?? 1, 'every', 'The number of intervals', 1, mostEvery);
  const quantity = wholeNumber(record.quantity ?? 1, 'quantity', 'The quantity', 0, mostQuantity);
  const minor = parseAmount(record.amount, currency, 'amount', negativeAmount);
  // What a metered charge is taken four times of is a quarter's at most.
  const annual = annualise({ minor, interval: kind === 'metered' ? 'quarter' : interval, every, quantity });
  if (annual > largestAnnualMinor || minor > largestMinor) {
    throw new Rejection(
      'amount',
      `The amount ${record.amount} ${currency} × ${quantity} per ${interval} is beyond belief. Amounts are in major units, and a year of one subscription may come to ${largestAnnualMinor} minor units; check amount, quantity and interval.`,
    );
  }
  return {
    subscriptionId,
    account,
    startsOn,
    endsOn,
    plan: optionalText(record.plan, 'plan', 'The plan', 255) ?? null,
    amountMinor: Number(minor),
    currency,
    interval,
    every,
    quantity,
    annualMinor: charge === undefined ? Number(annual) : 0,
    terms:
      charge ??
      parseRecurringTerms(record, { startsOn, endsOn }, { minor, currency, interval, every, quantity, annual }),
  };
}

/** Reads a currency's code. @throws Rejection */
export function parseCurrency(value: unknown): string {
  if (typeof value !== 'string' || currencyExponent(value) === undefined) {
    const upper = typeof value === 'string' ? value.toUpperCase() : '';
    const hint =
      currencyExponent(upper) === undefined ? 'Give the ISO 4217 code, such as USD.' : `Write it as ${upper}.`;
    throw new Rejection('currency', `"${String(value ?? '')}" is not a currency that is known. ${hint}`);
  }
  return value;
}

function parseInterval(value: unknown): Interval {
  const interval = intervals.find((candidate) => candidate === (value ?? 'month'));
  if (interval === undefined) {
    throw new Rejection('interval', `"${String(value)}" is not an interval. Give one of ${intervals.join(', ')}.`);
  }
  return interval;
}
