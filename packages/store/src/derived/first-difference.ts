import type { Day } from '@plimsoll/metrics';

/** A row of an account's history: its day, and the numbers it holds. */
export type DayRow = readonly [day: Day, ...numbers: number[]];

/** Later than any day: what changed on it changed on none. */
export const onNoDay: Day = Number.POSITIVE_INFINITY;

/** The first day of which two histories, each in any order, tell something else; {@link onNoDay} where they are the same. */
export function firstDifference(before: readonly DayRow[], after: readonly DayRow[]): Day {
  if (before.length === 0) return firstDay(after);
  const old = [...before].sort(compareRows);
  const now = [...after].sort(compareRows);
  for (let row = 0; row < Math.max(old.length, now.length); row++) {
    const [a, b] = [old[row], now[row]];
    if (a === undefined || b === undefined || compareRows(a, b) !== 0) {
      return Math.min(a?.[0] ?? onNoDay, b?.[0] ?? onNoDay);
    }
  }
  return onNoDay;
}

/** {@link firstDifference} of each of some accounts. */
export function firstDifferences(
  accountIds: readonly string[],
  before: ReadonlyMap<string, readonly DayRow[]>,
  after: ReadonlyMap<string, readonly DayRow[]>,
): ReadonlyMap<string, Day> {
  return new Map(accountIds.map((id) => [id, firstDifference(before.get(id) ?? [], after.get(id) ?? [])]));
}

function firstDay(rows: readonly DayRow[]): Day {
  let first = onNoDay;
  for (const [day] of rows) first = Math.min(first, day);
  return first;
}

function compareRows(a: DayRow, b: DayRow): number {
  for (let place = 0; place < a.length; place++) {
    const difference = (a[place] ?? 0) - (b[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
