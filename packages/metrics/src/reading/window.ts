import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { Window } from '../metric.ts';

/**
 * The part of a period that has happened, today included: what is already known about the future (an end that was set, a
 * start that was signed) does not count before its day. Only what is looked for ahead is: renewals that come up.
 */
export function windowOf(period: Period, today: Day): Window {
  const end = Math.min(period.end, today + 1);
  const window = { start: Math.min(period.start, end), end };
  return period.end > today ? { ...window, ahead: { start: Math.max(period.start, end), end: period.end } } : window;
}
