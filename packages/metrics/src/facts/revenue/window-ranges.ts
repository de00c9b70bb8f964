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
  /**
   * For a bound, and one past the last: the first of its places, of which it has one more than windows hold what comes just
   * before it.
   */
  readonly firstPlace: Int32Array;
  /** How many places all bounds have together. */
  readonly places: number;
  /** The place of the first date on which a window has begun. */
  readonly firstDate: number;
  /**
   * For each of the dates, what comes after it: see {@link beginsAfter} and {@link endsAfter}; and in the bits above, the
   * first place of the first bound.
   */
  readonly after: Int32Array;
}

const windowBits = 9;
const windowMask = 2 ** windowBits - 1;

/** The most windows that are told apart at once. */
export const mostWindows = windowMask;

/** The most places of bounds. */
export const mostPlaces = 2 ** (32 - 2 * windowBits);

/** The first window that begins after a date, which does not hold it any more. */
export function beginsAfter(after: number): number {
  return after & windowMask;
}

/** The first window that ends after a date, which holds it where it has begun by then. */
export function endsAfter(after: number): number {
  return (after >>> windowBits) & windowMask;
}

/**
 * The ranges of windows whose starts and ends both ascend, as those of a series do; `undefined` for others, for more than
 * {@link mostWindows}, and for so many at a time that they have more than {@link mostPlaces}.
 *
 * @param dates the days that are asked for, ascending
 */
export function windowRanges(windows: readonly Window[], dates: Int32Array): WindowRanges | undefined {
  const ordered = windows.every((window, index) => {
    const before = windows[index - 1];
    return before === undefined || (before.start <= window.start && before.end <= window.end);
  });
  if (!ordered || windows.length > mostWindows) return undefined;
  const bounds = Int32Array.from(new Set(windows.flatMap(({ start, end }) => [start, end]))).sort();
  const startingAt = firstAtLeast(
    windows.map(({ start }) => start),
    bounds,
  );
  const endingAt = firstAtLeast(
    windows.map(({ end }) => end),
    bounds,
  );
  let places = 0;
  const firstPlace = startingAt.map((starting, bound) => {
    const before = places;
    places += starting - (endingAt[bound] ?? 0) + 1;
    return before;
  });
  if (places > mostPlaces) return undefined;
  let firstDate = 0;
  let bound = 0;
  const after = dates.map((date) => {
    while (bound < bounds.length && (bounds[bound] ?? 0) <= date) bound++;
    if (bound === 0) firstDate++;
    return (
      ((firstPlace[bound] ?? 0) << (2 * windowBits)) | ((endingAt[bound] ?? 0) << windowBits) | (startingAt[bound] ?? 0)
    );
  });
  return { count: windows.length, bounds, startingAt, endingAt, firstPlace, places, firstDate, after };
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
