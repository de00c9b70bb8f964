import { addMonths, type Day, dayOf, partsOf } from './day.ts';

/**
 * Calendar units a period or a series is counted in. Weeks start on Monday (ISO 8601). Fiscal units are counted from the
 * month in which the fiscal year starts; where that is January they are those of the calendar.
 */
export const periodUnits = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'FISCAL_QUARTER', 'FISCAL_YEAR'] as const;

/** One of {@link periodUnits}. */
export type PeriodUnit = (typeof periodUnits)[number];

const monthsIn: Readonly<Record<PeriodUnit, number>> = {
  DAY: 0,
  WEEK: 0,
  MONTH: 1,
  QUARTER: 3,
  YEAR: 12,
  FISCAL_QUARTER: 3,
  FISCAL_YEAR: 12,
};

/**
 * The first day of the unit that holds `day`.
 *
 * @param fiscalYearStartsIn month in which the fiscal year starts, 1 to 12; only fiscal units look at it
 */
export function startOfUnit(day: Day, unit: PeriodUnit, fiscalYearStartsIn = 1): Day {
  switch (unit) {
    case 'DAY':
      return day;
    case 'WEEK':
      // 1970-01-01 was a Thursday, three days after its Monday.
      return day - ((((day + 3) % 7) + 7) % 7);
    case 'MONTH':
    case 'QUARTER':
    case 'YEAR':
      return startOfMonths(day, monthsIn[unit], 1);
    case 'FISCAL_QUARTER':
    case 'FISCAL_YEAR':
      return startOfMonths(day, monthsIn[unit], fiscalYearStartsIn);
  }
}

/** The first day of the stretch of `size` months, counted from a month of the year, that holds a day. */
function startOfMonths(day: Day, size: number, from: number): Day {
  const { year, month } = partsOf(day);
  return dayOf(year, month - ((month - from + 12) % size), 1);
}

/** `count` units after `day` (before it when negative), keeping the date where the month has it. */
export function addUnits(day: Day, count: number, unit: PeriodUnit): Day {
  if (unit === 'DAY') return day + count;
  if (unit === 'WEEK') return day + 7 * count;
  return addMonths(day, count * monthsIn[unit]);
}
