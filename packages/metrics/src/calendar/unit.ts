import { addMonths, type Day, dayOf, partsOf } from './day.ts';

/** Calendar units a period or a series is counted in. Weeks start on Monday (ISO 8601). */
export const periodUnits = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

/** One of {@link periodUnits}. */
export type PeriodUnit = (typeof periodUnits)[number];

const monthsIn: Readonly<Record<PeriodUnit, number>> = { DAY: 0, WEEK: 0, MONTH: 1, QUARTER: 3, YEAR: 12 };

/** The first day of the unit that holds `day`. */
export function startOfUnit(day: Day, unit: PeriodUnit): Day {
  switch (unit) {
    case 'DAY':
      return day;
    case 'WEEK':
      // 1970-01-01 was a Thursday, three days after its Monday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'MONTH':
    case 'QUARTER':
    case 'YEAR': {
      const { year, month } = partsOf(day);
      const size = monthsIn[unit];
      return dayOf(year, month - ((month - 1) % size), 1);
    }
  }
}

/** `count` units after `day` (before it when negative), keeping the date where the month has it. */
export function addUnits(day: Day, count: number, unit: PeriodUnit): Day {
  if (unit === 'DAY') return day + count;
  if (unit === 'WEEK') return day + 7 * count;
  return addMonths(day, count * monthsIn[unit]);
}
