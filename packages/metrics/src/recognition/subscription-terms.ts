import type { Day } from '../calendar/day.ts';

/** What a subscription's row stands for. The position in this list is the code that tables hold. */
export const subscriptionKinds = ['recurring', 'oneTime', 'metered'] as const;

/** One of {@link subscriptionKinds}. */
export type SubscriptionKind = (typeof subscriptionKinds)[number];

/** How a recurring subscription stands. The position in this list is the code that tables hold. */
export const subscriptionStatuses = ['active', 'trialing', 'paused', 'pastDue'] as const;

/** One of {@link subscriptionStatuses}. */
export type SubscriptionStatus = (typeof subscriptionStatuses)[number];

/** What is taken off a recurring price. */
export interface RecurringDiscount {
  /** Annualised minor units that it takes off, 0 up to the price. */
  readonly annualMinor: number;
  /** The first day on which it no longer applies; `null`: it never ends. */
  readonly endsOn: Day | null;
}

/** What one recurring subscription was agreed to be over the days `[startsOn, endsOn)`. */
export interface RecurringTerms {
  readonly kind: 'recurring';
  /** The same for the successive changes of one subscription, and for nothing else. */
  readonly subscription: string;
  readonly startsOn: Day;
  /** The first day it no longer covers, its own end or the next change; `null` while it has none. */
  readonly endsOn: Day | null;
  readonly currency: string;
  /** Annualised minor units of `currency` before any discount, 0 or more. */
  readonly annualMinor: number;
  readonly status: SubscriptionStatus;
  /** The day somebody asked to cancel it as of `endsOn`; `null` where nobody did. */
  readonly cancelledOn: Day | null;
  /** The day it was signed, on or before `startsOn`; `null`: it is known from its first day on. */
  readonly signedOn: Day | null;
  readonly discount: RecurringDiscount | null;
}

/** A charge for what was used over the days `[startsOn, endsOn)`, spread evenly over them. */
export interface MeteredTerms {
  readonly kind: 'metered';
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly currency: string;
  /** Minor units of `currency` for all of those days. */
  readonly chargedMinor: number;
}

/** What revenue is recognised from. One-time charges are none under any policy, so there is no such kind here. */
export type SubscriptionTerms = RecurringTerms | MeteredTerms;
