/**
 * What one subscription was worth over the days `[startsOn, endsOn)`. Several records with one `subscriptionId` are its
 * successive changes, told apart by `startsOn`; one without an end lasts until the next change.
 */
export interface SubscriptionRecord {
  readonly subscriptionId: string;
  /** Created when unknown. */
  readonly accountExternalId: string;
  /** `2026-11-21` */
  readonly startsOn: string;
  /** The first day it no longer covers; `null` while it has no end. */
  readonly endsOn: string | null;
  /** Price of one unit per `every` intervals: a plain decimal in major units, such as `29.85`. */
  readonly amount: string;
  /** ISO 4217, such as `USD`. */
  readonly currency: string;
  /** `day`, `week`, `month`, `quarter` or `year`. @default 'month' */
  readonly interval?: string;
  /** A whole number of 1 or more; 3 with `month` is every three months. @default 1 */
  readonly every?: number;
  /** A whole number of 0 or more. @default 1 */
  readonly quantity?: number;
  readonly plan?: string;
}

/** One unit of `currency` was worth `rate` units of the workspace's currency from `day` on. */
export interface ExchangeRateRecord {
  readonly currency: string;
  /** `2026-11-21` */
  readonly day: string;
  /** A plain positive decimal with at most 12 decimals. */
  readonly rate: string;
}
