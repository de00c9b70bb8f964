import type { Day } from '../calendar/day.ts';
import { addUnits } from '../calendar/unit.ts';
import type { Window } from '../metric.ts';

/** How far back from a day something looks. Months keep the date where the month has it. */
export interface LookBack {
  readonly count: number;
  readonly unit: 'DAY' | 'WEEK' | 'MONTH';
}

/** The longest look-back in days: ten years. */
export const longestLookBackDays = 3_660;

/** The half-open window that ends with `day`, which belongs to it. */
export function lookBackFrom(day: Day, { count, unit }: LookBack): Window {
  return { start: addUnits(day + 1, -count, unit), end: day + 1 };
}
