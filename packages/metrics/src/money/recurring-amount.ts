import { divideHalfEven } from './divide.ts';

/** Billing intervals a recurring price may have. */
export const intervals = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** One of {@link intervals}. */
export type Interval = (typeof intervals)[number];

/** How many of an interval make the year that recurring amounts are held in. */
const perYear: Readonly<Record<Interval, bigint>> = { day: 365n, week: 52n, month: 12n, quarter: 4n, year: 1n };

/** The largest annualised amount one subscription may carry, in minor units: sums over a portfolio then stay exact integers. */
export const largestAnnualMinor = 10_000_000_000_000n;

/**
 * What a recurring price comes to in a year, in minor units: year ×1, quarter ×4, month ×12, week ×52, day ×365, and
 * every n of them ÷n. Exact for common prices; otherwise rounded once, halves to even.
 *
 * @param minor price of one unit per `every` intervals, in minor units
 * @param every a whole number of 1 or more: 3 with `month` is every three months
 * @param quantity units bought, 0 or more; fractions are not sold
 * @example annualise({ minor: 2985n, interval: 'month', every: 1, quantity: 1 }) // 35820n
 */
export function annualise(price: {
  readonly minor: bigint;
  readonly interval: Interval;
  readonly every: number;
  readonly quantity: number;
}): bigint {
  return divideHalfEven(price.minor * BigInt(price.quantity) * perYear[price.interval], BigInt(price.every));
}
