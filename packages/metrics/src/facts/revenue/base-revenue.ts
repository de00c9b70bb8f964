import type { RangeSums } from './range-sums.ts';

/** What an account's movements add to in ranges of windows, side by side in one array: a range touches several at once. */
export const baseFacts = [
  'kept',
  'baseEnd',
  'customersKept',
  'baseExpansion',
  'baseContraction',
  'baseChurn',
  'returned',
] as const;

/** How many numbers stand side by side for a window. */
export const stride = 8;

/** Steps of {@link baseFacts} over the windows, and one past the last. */
export function baseSteps(windows: number): Float64Array {
  return new Float64Array((windows + 1) * stride);
}

/** The levels of one account's balance, the one before its first movement first. */
export interface Levels {
  /** For each level: the first windows that begin, and that end, on it. */
  readonly opensAt: Int32Array;
  readonly closesAt: Int32Array;
  readonly balance: Float64Array;
}

/** Room for so many levels. */
export function levelsFor(count: number): Levels {
  return { opensAt: new Int32Array(count), closesAt: new Int32Array(count), balance: new Float64Array(count) };
}

/**
 * Adds what became of one account's opening balance in each window. The balances at the windows' starts and ends are
 * steps over the windows, so what is made of the two is steps as well, and each step is one range.
 *
 * @param count how many levels there are, at least 2
 */
export function addBase(
  steps: Float64Array,
  { opensAt, closesAt, balance }: Levels,
  count: number,
  windows: number,
): void {
  const last = count - 1;
  let opening = 0;
  let closing = 0;
  // Windows that begin before the account first pays have nothing of it in their base.
  let window = balance[0] === 0 ? (opensAt[1] ?? 0) : 0;
  while (window < windows) {
    while (opening < last && (opensAt[opening + 1] ?? 0) <= window) opening++;
    while (closing < last && (closesAt[closing + 1] ?? 0) <= window) closing++;
    const opensUntil = opening < last ? (opensAt[opening + 1] ?? 0) : windows;
    const closesUntil = closing < last ? (closesAt[closing + 1] ?? 0) : windows;
    const until = opensUntil < closesUntil ? opensUntil : closesUntil;
    const from = balance[opening] ?? 0;
    const to = balance[closing] ?? 0;
    if (from > 0 && to > 0) {
      const kept = from < to ? from : to;
      const begin = window * stride;
      const end = until * stride;
      steps[begin] = (steps[begin] ?? 0) + kept;
      steps[begin + 1] = (steps[begin + 1] ?? 0) + to;
      steps[begin + 2] = (steps[begin + 2] ?? 0) + 1;
      steps[end] = (steps[end] ?? 0) - kept;
      steps[end + 1] = (steps[end + 1] ?? 0) - to;
      steps[end + 2] = (steps[end + 2] ?? 0) - 1;
    }
    window = until;
  }
}

/** Adds steps to the sums that they are of. */
export function addSteps(
  sums: Readonly<Record<(typeof baseFacts)[number], RangeSums>>,
  steps: Float64Array,
  windows: number,
): void {
  baseFacts.forEach((fact, index) => {
    for (let window = 0; window < windows; window++) sums[fact].addFrom(window, steps[window * stride + index] ?? 0);
  });
}
