import {
  annualise,
  currencyExponent,
  type Day,
  type Interval,
  intervals,
  largestAnnualMinor,
  parseDecimal,
} from '@plimsoll/metrics';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { optionalText, requiredDay, requiredId, wholeNumber } from '../fields.ts';
import { Rejection } from '../rejection.ts';

const mostEvery = 120;
const mostQuantity = 1_000_000_000;
// Above any price whose annualised amount passes, so that a quantity of 0 does not let an unstorable one through.
const largestMinor = largestAnnualMinor * BigInt(mostEvery);

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
  readonly annualMinor: number;
}

/** A change whose account is still an external id. */
export type ParsedChange = Omit<SubscriptionChange, 'accountId'> & { readonly account: string };

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
  const currency = parseCurrency(record.currency);
  const interval = parseInterval(record.interval);
  const every = wholeNumber(record.every ?? 1, 'every', 'The number of intervals', 1, mostEvery);
  const quantity = wholeNumber(record.quantity ?? 1, 'quantity', 'The quantity', 0, mostQuantity);
  const minor = parseAmount(record.amount, currency);
  const annual = annualise({ minor, interval, every, quantity });
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
    annualMinor: Number(annual),
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

function parseAmount(value: unknown, currency: string): bigint {
  const exponent = currencyExponent(currency) ?? 2;
  const minor = typeof value === 'string' && value.length <= 40 ? parseDecimal(value, exponent) : undefined;
  if (minor === undefined) {
    throw new Rejection(
      'amount',
      `"${String(value ?? '')}" is not an amount of ${currency}. Write a plain decimal in major units with at most ${exponent} decimals and no separators, such as ${exponent === 0 ? '1200' : '1200.50'}.`,
    );
  }
  if (minor < 0n) {
    throw new Rejection(
      'amount',
      `The amount ${String(value)} is negative. A subscription is worth 0 or more; let one that is cancelled end instead.`,
    );
  }
  return minor;
}
