import type { Day } from '../calendar/day.ts';
import { partsBefore } from '../calendar/month-parts.ts';

/** A cost over the days `[startsOn, endsOn)`. */
export interface SpreadCost {
  /** Whole minor units. */
  readonly amount: number;
  readonly startsOn: Day;
  /** The first day it no longer covers, after `startsOn`. */
  readonly endsOn: Day;
}

/**
 * The part of a cost that falls on the days `[from, until)`, in whole minor units. It is spread evenly: every
 * month bears the same, as it has the same of yearly revenue, and every day its part of that. Whatever the days are cut
 * into, the parts add up to the amount.
 *
 * @example costWithin({ amount: 100, startsOn: 0, endsOn: 3 }, 1, 2) // 33
 */
export function costWithin(cost: SpreadCost, from: Day, until: Day): number {
  const start = Math.max(from, cost.startsOn);
  const end = Math.min(until, cost.endsOn);
  return start >= end ? 0 : costBefore(cost, end) - costBefore(cost, start);
}

/** What of it was spent before a day. Differences of this telescope, which roundings of each part would not. */
function costBefore({ amount, startsOn, endsOn }: SpreadCost, day: Day): number {
  const from = partsBefore(startsOn);
  const parts = partsBefore(endsOn) - from;
  const gone = partsBefore(day) - from;
  // Whole and rest apart, so that no product grows past what a double holds exactly.
  const rest = amount % parts;
  return ((amount - rest) / parts) * gone + Math.floor((rest * gone) / parts);
}
