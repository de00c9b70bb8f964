/** What was spent over the days `[startsOn, endsOn)`: spread evenly over them, every month bearing the same. */
export interface CostRecord {
  /** The host's own id, by which the cost is found again. */
  readonly externalId: string;
  /** `acquisition`, `retention`, `success`, `support` or `product`. */
  readonly category: string;
  /** `2026-11-01` */
  readonly startsOn: string;
  /** The first day it no longer covers. */
  readonly endsOn: string;
  /** A plain decimal in major units, 0 or more, such as `12000.00`. */
  readonly amount: string;
  /** ISO 4217. Converted at the rate in force on `startsOn`. */
  readonly currency: string;
  /** The account it was spent on, which must be known; the workspace as a whole when absent. */
  readonly accountExternalId?: string;
}
