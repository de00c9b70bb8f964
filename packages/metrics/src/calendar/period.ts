import { addMonths, type Day, formatDay, parseDay, partsOf } from './day.ts';
import { InvalidPeriod } from './invalid-period.ts';
import { addUnits, type PeriodUnit, startOfUnit } from './unit.ts';

/** A half-open span of days `[start, end)` in the workspace's time zone. */
export interface Period {
  readonly start: Day;
  readonly end: Day;
  /** Set with `count` where the period is a whole number of calendar units, such as 12 months. */
  readonly unit: PeriodUnit | null;
  readonly count: number | null;
  /** Whether its last day has not passed yet, so that its numbers can still change. */
  readonly open: boolean;
}

/**
 * How a caller names a period.
 *
 * - `last`: complete units before today; with `includeCurrent` the unfinished one is the last of them.
 * - `current`: the unfinished unit that holds today.
 * - `month` (`2026-11`), `year`, `range` (`end` exclusive): as they say.
 * - `fiscalYear`: the one that ends in the calendar year.
 */
export type PeriodSpec =
  | { readonly kind: 'last'; readonly count: number; readonly unit: PeriodUnit; readonly includeCurrent?: boolean }
  | { readonly kind: 'current'; readonly unit: PeriodUnit }
  | { readonly kind: 'month'; readonly month: string }
  | { readonly kind: 'year'; readonly year: number }
  | { readonly kind: 'fiscalYear'; readonly year: number }
  | { readonly kind: 'range'; readonly start: Day; readonly end: Day };

/** The longest period that is answered, in days: 50 years. */
export const longestPeriodDays = 18_262;

function whole(start: Day, count: number, unit: PeriodUnit, today: Day): Period {
  return checked({ start, end: addUnits(start, count, unit), unit, count, open: false }, today);
}

function checked(period: Period, today: Day): Period {
  if (period.end <= period.start) {
    throw new InvalidPeriod(
      `The period ends on ${formatDay(period.end)}, which is not after its start on ${formatDay(period.start)}. ` +
        'A period is half-open, so its end is the first day that no longer belongs to it. Give an end after the start.',
    );
  }
  if (period.end - period.start > longestPeriodDays) {
    throw new InvalidPeriod(
      `The period is ${period.end - period.start} days long and the longest answered is ${longestPeriodDays} (50 years). Ask for a shorter one.`,
    );
  }
  return { ...period, open: period.end > today };
}

function wholeCount(count: number): number {
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidPeriod(`A period of ${count} units cannot be counted. Give a whole number of 1 or more.`);
  }
  return count;
}

function firstOfYear(year: number): Day {
  const start = parseDay(`${String(year).padStart(4, '0')}-01-01`);
  if (start === undefined) throw new InvalidPeriod(`${year} is not a year. Give one from 0 to 9999.`);
  return start;
}

/**
 * Turns a caller's words into days.
 *
 * @param today the current day in the workspace's time zone
 * @param fiscalYearStartsIn month in which the workspace's fiscal year starts, 1 to 12
 * @throws InvalidPeriod for an empty, backward, overlong or unreadable period
 * @example resolvePeriod({ kind: 'month', month: '2024-02' }, today) // 29 days
 */
export function resolvePeriod(spec: PeriodSpec, today: Day, fiscalYearStartsIn = 1): Period {
  switch (spec.kind) {
    case 'last': {
      const count = wholeCount(spec.count);
      if (count > longestPeriodDays) {
        throw new InvalidPeriod(`The last ${count} units are more than the 50 years answered. Ask for fewer.`);
      }
      const current = startOfUnit(today, spec.unit, fiscalYearStartsIn);
      const end = spec.includeCurrent === true ? addUnits(current, 1, spec.unit) : current;
      return whole(addUnits(end, -count, spec.unit), count, spec.unit, today);
    }
    case 'current':
      return whole(startOfUnit(today, spec.unit, fiscalYearStartsIn), 1, spec.unit, today);
    case 'month': {
      const start = parseDay(`${spec.month}-01`);
      if (start === undefined) {
        throw new InvalidPeriod(`"${spec.month}" is not a month. Write year and month, such as 2026-11.`);
      }
      return whole(start, 1, 'MONTH', today);
    }
    case 'year':
      return whole(firstOfYear(spec.year), 1, 'YEAR', today);
    case 'fiscalYear': {
      const last = addMonths(firstOfYear(spec.year), fiscalYearStartsIn === 1 ? 12 : fiscalYearStartsIn - 1);
      return whole(addMonths(last, -12), 1, 'FISCAL_YEAR', today);
    }
    case 'range':
      return checked({ start: spec.start, end: spec.end, unit: null, count: null, open: false }, today);
  }
}

/** The period of the same length just before. Calendar units keep their calendar: before March comes February. */
export function previousPeriod(period: Period, today: Day): Period {
  const start =
    period.unit === null || period.count === null
      ? period.start - (period.end - period.start)
      : addUnits(period.start, -period.count, period.unit);
  return checked({ ...period, start, end: period.start }, today);
}

/**
 * The same period a year earlier: the same dates, where 29 February stands for 28 February in a year without it; whole
 * weeks are 52 weeks earlier, so that a Monday is held against a Monday.
 */
export function yearBefore(period: Period, today: Day): Period {
  if (period.unit === 'WEEK') {
    return checked({ ...period, start: period.start - 364, end: period.end - 364 }, today);
  }
  const start = addMonths(period.start, -12);
  const end = addMonths(period.end, -12);
  // What ends before 29 February has 28 February for its last day, which it keeps.
  const kept = partsOf(end).date === partsOf(period.end).date ? end : end + 1;
  const earlier = { ...period, start, end: kept };
  const whole = period.unit !== 'DAY' || kept - start === period.count;
  return checked(whole ? earlier : { ...earlier, unit: null, count: null }, today);
}

/** The most points one series may have. */
export const mostPoints = 400;

/**
 * Cuts a period into calendar units, oldest first. The first and last are whole units even where the period
 * begins or ends inside them, so that a month is always a month.
 *
 * @throws InvalidPeriod past {@link mostPoints}
 */
export function splitPeriod(period: Period, unit: PeriodUnit, today: Day, fiscalYearStartsIn = 1): readonly Period[] {
  const pieces: Period[] = [];
  const first = startOfUnit(period.start, unit, fiscalYearStartsIn);
  for (let start = first; start < period.end; start = addUnits(start, 1, unit)) {
    if (pieces.length === mostPoints) {
      throw new InvalidPeriod(
        `The period holds more than ${mostPoints} units of ${unit}. Ask for a shorter period or a coarser granularity.`,
      );
    }
    pieces.push(whole(start, 1, unit, today));
  }
  return pieces;
}
