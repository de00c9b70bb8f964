import { type Day, dayOf } from './day.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: 'numeric', day: 'numeric' });
  formats.set(timeZone, format);
  return format;
}

/** Whether the runtime knows this IANA time zone, such as `Europe/Berlin`. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatFor(timeZone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The calendar day an instant falls on in a time zone, daylight-saving changes included.
 *
 * @param instant milliseconds since 1970-01-01T00:00Z
 * @param timeZone an IANA name; an unknown one throws a `RangeError`
 * @example dayInZone(Date.parse('2026-03-01T02:00Z'), 'America/New_York') // 28 February 2026
 */
export function dayInZone(instant: number, timeZone: string): Day {
  let year = 0;
  let month = 0;
  let date = 0;
  for (const part of formatFor(timeZone).formatToParts(instant)) {
    if (part.type === 'year') year = Number(part.value);
    else if (part.type === 'month') month = Number(part.value);
    else if (part.type === 'day') date = Number(part.value);
  }
  return dayOf(year, month, date);
}
