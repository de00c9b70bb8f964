import type { Day } from '../../calendar/day.ts';
import type { Window } from '../../metric.ts';

/**
 * Windows in the order of time, ready to be found by a day. In such an order, the windows that an event matters to are
 * always neighbours: what it does to all of them is one range.
 */
export interface WindowRanges {
  readonly count: number;
  /** The days on which a window begins or ends, ascending. */
  readonly bounds: Int32Array;
  /** For a bound, and one past the last: the first window that begins on it or later. */
  readonly startingAt: Int32Array;
  /** For a bound, and one past the last: the first window that ends on it or later. */
  readonly endingAt: Int32Array;
  /** The place of the first date on which a window has begun. */
  readonly firstDate: number;
  /** For each of the dates: the place of the first bound after it. */
  readonly boundAfter: Int32Array;
  /** For each of the dates: the first window that begins after it, which does not hold it any more. */
  readonly beginsAfter: Int32Array;
  /** For each of the dates: the first window that ends after it, which holds it where it has begun by then. */
  readonly endsAfter: Int32Array;
}

/** Windows, of all groups, are told apart in what is left of 31 bits beside the accounts that are scanned together. */
export const mostWindows = 2 ** 18;

/**
 * The ranges of windows whose starts and ends both ascend, as those of a series do; `undefined` for others.
 *
 * @param dates the days that are asked for, ascending
 */
export function windowRanges(windows: readonly Window[], dates: Int32Array): WindowRanges | undefined {
  const ordered = windows.every((window, index) => {
    const before = windows[index - 1];
    return before === undefined || (before.start <= window.start && before.end <= window.end);
  });
  if (!ordered || windows.length >= mostWindows) return undefined;
  const bounds = Int32Array.from(new Set(windows.flatMap(({ start, end }) => [start, end]))).sort();
  const startingAt = firstAtLeast(
    windows.map(({ start }) => start),
    bounds,
  );
  const endingAt = firstAtLeast(
    windows.map(({ end }) => end),
    bounds,
  );
  const boundAfter = boundsAfter(bounds, dates);
  return {
    count: windows.length,
    bounds,
    startingAt,
    endingAt,
    firstDate: boundAfter.filter((bound) => bound === 0).length,
    boundAfter,
    beginsAfter: boundAfter.map((bound) => startingAt[bound] ?? 0),
    endsAfter: boundAfter.map((bound) => endingAt[bound] ?? 0),
  };
}

function firstAtLeast(days: readonly Day[], bounds: Int32Array): Int32Array {
  const found = new Int32Array(bounds.length + 1).fill(days.length);
  let window = 0;
  for (let bound = 0; bound < bounds.length; bound++) {
    while (window < days.length && (days[window] ?? 0) < (bounds[bound] ?? 0)) window++;
    found[bound] = window;
  }
  return found;
}

function boundsAfter(bounds: Int32Array, dates: Int32Array): Int32Array {
  let bound = 0;
  return dates.map((date) => {
    while (bound < bounds.length && (bounds[bound] ?? 0) <= date) bound++;
    return bound;
  });
}
