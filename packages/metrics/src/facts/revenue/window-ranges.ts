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
  /** For each day from the first bound up to the last: the place of the first bound after it. */
  readonly boundAfter: Int32Array;
  /** For a bound, and one past the last: the first window that begins on it or later. */
  readonly startingAt: Int32Array;
  /** For a bound, and one past the last: the first window that ends on it or later. */
  readonly endingAt: Int32Array;
}

// Beyond any calendar, and what tables of days and of windows may take.
const mostDays = 200_000;

/**
 * The ranges of windows whose starts and ends both ascend, as those of a series do; `undefined` for others, and for
 * windows that are centuries apart.
 */
export function windowRanges(windows: readonly Window[]): WindowRanges | undefined {
  const ordered = windows.every((window, index) => {
    const before = windows[index - 1];
    return before === undefined || (before.start <= window.start && before.end <= window.end);
  });
  if (!ordered) return undefined;
  const bounds = Int32Array.from(new Set(windows.flatMap(({ start, end }) => [start, end]))).sort();
  const first = bounds[0] ?? 0;
  const last = bounds.at(-1) ?? 0;
  if (last - first > mostDays || windows.length > mostDays) return undefined;
  const starts = windows.map(({ start }) => start);
  const ends = windows.map(({ end }) => end);
  return {
    count: windows.length,
    bounds,
    boundAfter: boundsAfter(bounds, first, last),
    startingAt: firstAtLeast(starts, bounds),
    endingAt: firstAtLeast(ends, bounds),
  };
}

/** The place of the first bound after a day, which may lie before all of them or past the last. */
export function boundAfterDay({ bounds, boundAfter }: WindowRanges, day: Day): number {
  const place = day - (bounds[0] ?? 0);
  return place < 0 ? 0 : (boundAfter[place] ?? bounds.length);
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

function boundsAfter(bounds: Int32Array, first: Day, last: Day): Int32Array {
  const after = new Int32Array(last - first);
  let bound = 0;
  for (let day = 0; day < after.length; day++) {
    while ((bounds[bound] ?? last) <= first + day) bound++;
    after[day] = bound;
  }
  return after;
}
