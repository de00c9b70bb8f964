import {
  annualise,
  type Day,
  type Interval,
  parseDecimal,
  type SubscriptionKind,
  type SubscriptionStatus,
  subscriptionKinds,
  subscriptionStatuses,
} from '@plimsoll/metrics';
import type { SubscriptionRecord } from '../../records/subscription.ts';
import { optionalDay } from '../fields.ts';
import { Rejection } from '../rejection.ts';
import { parseAmount } from './parse-amount.ts';

/** A discount as it was reported, and what it takes off in a year. */
export interface Discount {
  /** Millionths of the price; `null` where it is an amount. */
  readonly millionths: number | null;
  /** Minor units of the line; `null` where it is a share. */
  readonly minor: number | null;
  readonly annualMinor: number;
  readonly endsOn: Day | null;
}

/** What billing systems know of a subscription besides its price. */
export interface BillingTerms {
  readonly kind: SubscriptionKind;
  readonly status: SubscriptionStatus;
  readonly cancelledOn: Day | null;
  readonly signedOn: Day | null;
  readonly discount: Discount | null;
}

/** The terms of a subscription of which nothing but its price is known, as most are: one object, so that it is told fast. */
export const plainTerms: BillingTerms = {
  kind: 'recurring',
  status: 'active',
  cancelledOn: null,
  signedOn: null,
  discount: null,
};

/** The price that terms belong to. */
export interface Price {
  readonly minor: bigint;
  readonly currency: string;
  readonly interval: Interval;
  readonly every: number;
  readonly quantity: number;
  readonly annual: bigint;
}

/** Reads how a recurring subscription stands. @throws Rejection */
export function parseRecurringTerms(
  record: SubscriptionRecord,
  days: { readonly startsOn: Day; readonly endsOn: Day | null },
  price: Price,
): BillingTerms {
  if (fieldsOfBilling.every((field) => record[field] == null)) return plainTerms;
  const status = parseStatus(record.status);
  const cancelledOn = optionalDay(record.cancelledOn, 'cancelledOn', 'The day of the cancellation');
  const signedOn = optionalDay(record.signedOn, 'signedOn', 'The day of the signature');
  const discount = parseDiscount(record, price);
  if (cancelledOn !== null && days.endsOn === null) {
    throw new Rejection(
      'endsOn',
      `The subscription was cancelled on ${record.cancelledOn} and has no end. A cancellation is the day somebody asks; give the first day no longer covered as its end, which may be the same day.`,
    );
  }
  if (cancelledOn !== null && days.endsOn !== null && cancelledOn > days.endsOn) {
    throw new Rejection(
      'cancelledOn',
      `The subscription was cancelled on ${record.cancelledOn}, after it had ended on ${record.endsOn}. Give the day somebody asked for the end, or leave it out.`,
    );
  }
  if (signedOn !== null && signedOn > days.startsOn) {
    throw new Rejection(
      'signedOn',
      `The subscription was signed on ${record.signedOn}, after it had started on ${record.startsOn}. Give the day it was agreed on, or leave it out.`,
    );
  }
  if (status === 'active' && cancelledOn === null && signedOn === null && discount === null) return plainTerms;
  return { kind: 'recurring', status, cancelledOn, signedOn, discount };
}

/** Terms of a charge, which has nothing that only a recurring price has. @throws Rejection */
export function parseChargeTerms(record: SubscriptionRecord, kind: 'oneTime' | 'metered'): BillingTerms {
  const what = kind === 'oneTime' ? 'one-time charge' : 'metered charge';
  for (const field of fieldsOfRecurring) {
    const value = record[field];
    if (value === undefined || value === null || value === '') continue;
    if ((field === 'status' && value === 'active') || (field === 'every' && value === 1)) continue;
    throw new Rejection(
      field,
      `A ${what} has no ${field}: only what recurs has. Leave it out, or report the row as recurring.`,
    );
  }
  if (kind === 'metered' && (record.quantity ?? 1) !== 1) {
    throw new Rejection(
      'quantity',
      'A metered charge has no quantity: its amount is for all that was used. Give the amount of the whole charge.',
    );
  }
  if (kind === 'metered' && (record.endsOn ?? null) === null) {
    throw new Rejection(
      'endsOn',
      'A metered charge needs an end. It is spread over the days it is for; give the first day after them.',
    );
  }
  return { ...plainTerms, kind };
}

/** Reads what a row stands for. @throws Rejection */
export function parseKind(value: unknown): SubscriptionKind {
  if (value == null) return 'recurring';
  const kind = subscriptionKinds.find((candidate) => candidate === value);
  if (kind === undefined) {
    throw new Rejection('kind', `"${String(value)}" is not a kind. Give one of ${subscriptionKinds.join(', ')}.`);
  }
  return kind;
}

/** Whether two terms say the same. */
export function equalTerms(a: BillingTerms, b: BillingTerms): boolean {
  if (a === b) return true;
  return (
    a.kind === b.kind &&
    a.status === b.status &&
    a.cancelledOn === b.cancelledOn &&
    a.signedOn === b.signedOn &&
    a.discount?.millionths === b.discount?.millionths &&
    a.discount?.minor === b.discount?.minor &&
    a.discount?.endsOn === b.discount?.endsOn
  );
}

const fieldsOfBilling = [
  'status',
  'cancelledOn',
  'signedOn',
  'discountPercent',
  'discountAmount',
  'discountEndsOn',
] as const satisfies readonly (keyof SubscriptionRecord)[];

const fieldsOfRecurring = ['interval', 'every', ...fieldsOfBilling] as const;

function parseStatus(value: unknown): SubscriptionStatus {
  const status = subscriptionStatuses.find((candidate) => candidate === (value ?? 'active'));
  if (status === undefined) {
    throw new Rejection(
      'status',
      `"${String(value)}" is not a status. Give one of ${subscriptionStatuses.join(', ')}; let what was cancelled end instead.`,
    );
  }
  return status;
}

const wholePrice = 1_000_000;

function parseDiscount(record: SubscriptionRecord, price: Price): Discount | null {
  const { discountPercent: percent, discountAmount: amount } = record;
  const endsOn = optionalDay(record.discountEndsOn, 'discountEndsOn', 'The end of the discount');
  if (percent != null && amount != null) {
    throw new Rejection(
      'discountAmount',
      'The discount is given as a share and as an amount. Which one counts cannot be told. Give one of them.',
    );
  }
  const line = price.minor * BigInt(price.quantity);
  const { interval, every } = price;
  if (percent != null) {
    const millionths = typeof percent === 'string' && percent.length <= 12 ? parseDecimal(percent, 4) : undefined;
    if (millionths === undefined || millionths < 0n || millionths > BigInt(wholePrice)) {
      throw new Rejection(
        'discountPercent',
        `"${String(percent)}" is not a discount in percent. Write a plain decimal from 0 to 100 with at most 4 decimals, such as 12.5.`,
      );
    }
    const minor = line * (BigInt(wholePrice) - millionths);
    const net = annualise({ minor, interval, every: every * wholePrice, quantity: 1 });
    return { millionths: Number(millionths), minor: null, annualMinor: Number(price.annual - net), endsOn };
  }
  if (amount != null) {
    const minor = parseAmount(amount, price.currency, 'discountAmount', 'A discount takes 0 or more off.');
    if (minor > line) {
      throw new Rejection(
        'discountAmount',
        `The discount of ${amount} ${price.currency} is more than the price. A subscription is worth 0 or more; give what is taken off the whole line, at most all of it.`,
      );
    }
    const net = annualise({ minor: line - minor, interval, every, quantity: 1 });
    return { millionths: null, minor: Number(minor), annualMinor: Number(price.annual - net), endsOn };
  }
  if (endsOn === null) return null;
  throw new Rejection(
    'discountEndsOn',
    `The discount ends on ${record.discountEndsOn} and there is none. Give discountPercent or discountAmount, or leave the end out.`,
  );
}
