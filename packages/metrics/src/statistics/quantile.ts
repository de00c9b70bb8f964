/** A share as whole numbers, such as 9 of 10 for the 90th percentile; from 0 of 1 to 1 of 1. */
export interface Share {
  readonly part: number;
  readonly of: number;
}

/** The median's share. */
export const half: Share = { part: 1, of: 2 };

/** The 90th percentile's share. */
export const nineTenths: Share = { part: 9, of: 10 };

/**
 * The quantile of ascending values by linear interpolation (type 7): the value at rank `share × (n − 1)`, counted from 0,
 * and between two of them in proportion. It is what `percentile_cont`, Excel's `PERCENTILE.INC` and NumPy give; the
 * median of an even number of values is the mean of the two in the middle. Whole values are divided once.
 *
 * @returns NaN for no values
 * @example quantile([10, 20, 30, 40], half) // 25
 * @see Hyndman & Fan, Sample Quantiles in Statistical Packages, The American Statistician 50 (1996)
 */
export function quantile(ascending: ArrayLike<number>, share: Share): number {
  return quantileAt(ascending.length, share, (rank) => ascending[rank] ?? Number.NaN);
}

/** The same of `count` values of which only those at the ranks in question are looked up. */
export function quantileAt(count: number, { part, of }: Share, valueAt: (rank: number) => number): number {
  if (count === 0) return Number.NaN;
  const position = (count - 1) * part;
  const rank = Math.floor(position / of);
  const beyond = position % of;
  const below = valueAt(rank);
  return beyond === 0 ? below : (below * (of - beyond) + valueAt(rank + 1) * beyond) / of;
}

/** Values in ascending order, in a copy. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}
