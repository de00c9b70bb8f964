import { type Day, dayOf, daysInMonth, partsOf } from './day.ts';

/** Into how many parts a month is cut. Days of 30 and of 31 have the same number each; February's have 32 to 34. */
const partsOfMonth = 930;

/** The same of a year: twelve months, with a leap day or without. */
export const partsOfYear: number = 12 * partsOfMonth;

const firstYear = 1950;
const years = 200;
const firstKnown = dayOf(firstYear, 1, 1);
let known: Int32Array | undefined;

/**
 * How many parts of months are gone when a day begins, counted from January 1970. What is spread over time by these is the
 * same in every month, however many days it has, and adds up whatever the time is cut into.
 *
 * @example partsBefore(31) - partsBefore(0) // 930: January
 */
export function partsBefore(day: Day): number {
  // Asked for each cost and each window, for which a look into the calendar takes too long.
  known ??= ofEachDay();
  return known[day - firstKnown] ?? worked(day);
}

function worked(day: Day): number {
  const { year, month, date } = partsOf(day);
  return partsOn(year, month, date, daysInMonth(year, month));
}

function partsOn(year: number, month: number, date: number, days: number): number {
  return partsOfMonth * (12 * (year - 1970) + month - 1) + Math.floor((partsOfMonth * (date - 1)) / days);
}

function ofEachDay(): Int32Array {
  const parts = new Int32Array(dayOf(firstYear + years, 1, 1) - firstKnown);
  let at = 0;
  for (let year = firstYear; year < firstYear + years; year++) {
    for (let month = 1; month <= 12; month++) {
      const days = daysInMonth(year, month);
      for (let date = 1; date <= days; date++) parts[at++] = partsOn(year, month, date, days);
    }
  }
  return parts;
}
