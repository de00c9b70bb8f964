/** A calendar day as whole days since 1970-01-01, proleptic Gregorian. The grain of every record that moves revenue. */
export type Day = number;

/** A day's calendar parts. `month` and `date` count from 1. */
export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The day of a calendar date. Months outside 1…12 carry into the year, as in `month: 13` for next January. */
export function dayOf(year: number, month: number, date: number): Day {
  // Date.UTC would take the years 0 to 99 for 1900 to 1999.
  return Math.floor(new Date(0).setUTCFullYear(year, month - 1, date) / 86_400_000);
}

/** Year, month (1…12) and date (1…31) of a day. */
export function partsOf(day: Day): DayParts {
  const instant = new Date(day * 86_400_000);
  return { year: instant.getUTCFullYear(), month: instant.getUTCMonth() + 1, date: instant.getUTCDate() };
}

/** How many months the month of a day is after that of another; negative where it is before. */
export function monthsBetween(before: Day, after: Day): number {
  const [from, to] = [partsOf(before), partsOf(after)];
  return 12 * (to.year - from.year) + to.month - from.month;
}

/** Days in a month, leap years included. */
export function daysInMonth(year: number, month: number): number {
  return dayOf(year, month + 1, 1) - dayOf(year, month, 1);
}

/**
 * Reads `2026-11-21`. `undefined` for anything else, including days that do not exist such as `2025-02-29`.
 *
 * @example parseDay('1970-01-02') // 1
 */
export function parseDay(text: string): Day | undefined {
  // Without an expression: records by the million have two or three of them each.
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const date = digits(text, 8, 10);
  const isDay = year >= 0 && month >= 1 && month <= 12 && date >= 1 && (date <= 28 || date <= daysInMonth(year, month));
  return isDay ? dayOf(year, month, date) : undefined;
}

/** The number that some characters write, -1 where they are not digits all of them. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = 10 * number + digit;
  }
  return number;
}

/** Writes a day as `2026-11-21`; beyond the years 0 to 9999 with a sign and six digits, as ISO 8601 has it: `+010000-01-01`. */
export function formatDay(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, -'T00:00:00.000Z'.length);
}

/**
 * The same date `months` later (earlier when negative), held to the month's last day where it would not exist:
 * 31 January plus one month is 28 or 29 February.
 */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = partsOf(day);
  const first = partsOf(dayOf(year, month + months, 1));
  return dayOf(first.year, first.month, Math.min(date, daysInMonth(first.year, first.month)));
}
