/**
 * What one subscription was worth over the days `[startsOn, endsOn)`. Several records with one `subscriptionId` are its
 * successive changes, told apart by `startsOn`; one without an end lasts until the next change. Records of another `kind`
 * are others, even of the same id and day: a fee takes nothing from the subscription it came with.
 *
 * What of it is recurring revenue is for the policy to say.
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
  readonly interval?: string | undefined;
  /** A whole number of 1 or more; 3 with `month` is every three months. @default 1 */
  readonly every?: number | undefined;
  /** A whole number of 0 or more. @default 1 */
  readonly quantity?: number | undefined;
  readonly plan?: string | undefined;
  /**
   * `recurring`; `oneTime`, which is kept and never recurring revenue; or `metered`, a charge of `amount` for all that was
   * used in `[startsOn, endsOn)`, which has to end and has neither interval nor quantity.
   *
   * @default 'recurring'
   */
  readonly kind?: string | undefined;
  /** `active`, `trialing`, `paused` or `pastDue`, from `startsOn` on. @default 'active' */
  readonly status?: string | undefined;
  /** The day somebody asked to cancel it as of `endsOn`, which it then needs; not after that. */
  readonly cancelledOn?: string | null | undefined;
  /** The day it was signed; not after `startsOn`. */
  readonly signedOn?: string | null | undefined;
  /** 0 to 100 with at most four decimals: `25` takes a quarter off. Not together with `discountAmount`. */
  readonly discountPercent?: string | undefined;
  /** Taken off the whole line, quantity and all, each `every` intervals, in major units; not more than the line. */
  readonly discountAmount?: string | undefined;
  /** The first day on which the discount no longer applies; without one it never ends. */
  readonly discountEndsOn?: string | null | undefined;
}

/** One unit of `currency` was worth `rate` units of the workspace's currency from `day` on. */
export interface ExchangeRateRecord {
  readonly currency: string;
  /** `2026-11-21` */
  readonly day: string;
  /** A plain positive decimal with at most 12 decimals. */
  readonly rate: string;
}
