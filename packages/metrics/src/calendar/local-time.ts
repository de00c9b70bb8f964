import { type Day, dayOf } from './day.ts';

const dayLength = 86_400_000;
// No zone is further than 14 hours from UTC, and none moves its clocks twice within three days.
const nearby = 36 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    hourCycle: 'h23',
  });
  formats.set(timeZone, format);
  return format;
}

/** How far the clocks of a zone are ahead of UTC at an instant, in milliseconds; whole seconds. */
function offsetAt(instant: number, timeZone: string): number {
  const second = Math.floor(instant / 1000) * 1000;
  let year = 0;
  let month = 0;
  let date = 0;
  let seconds = 0;
  for (const part of formatFor(timeZone).formatToParts(second)) {
    if (part.type === 'year') year = Number(part.value);
    else if (part.type === 'month') month = Number(part.value);
    else if (part.type === 'day') date = Number(part.value);
    else if (part.type === 'hour') seconds += 3600 * Number(part.value);
    else if (part.type === 'minute') seconds += 60 * Number(part.value);
    else if (part.type === 'second') seconds += Number(part.value);
  }
  return dayOf(year, month, date) * dayLength + seconds * 1000 - second;
}

/**
 * The first instant at which the clocks of a zone have reached a time of a day. A time that is shown twice when clocks go
 * back is its first showing; one that is skipped when they go forward is the moment of the skip.
 *
 * @param minute minutes since midnight, 0…1440; 1440 is the midnight at which the next day begins
 * @param timeZone an IANA name; an unknown one throws a `RangeError`
 * @returns milliseconds since 1970-01-01T00:00Z
 * @example instantOf(day, 150, 'Europe/Berlin') // 02:30 on 29 March 2026 is skipped: 01:00Z, when it becomes 03:00
 */
export function instantOf(day: Day, minute: number, timeZone: string): number {
  const shown = day * dayLength + minute * 60_000;
  const before = offsetAt(shown - nearby, timeZone);
  const after = offsetAt(shown + nearby, timeZone);
  if (before === after) return shown - before;
  const change = changeBetween(shown - nearby, shown + nearby, before, timeZone);
  return shown - before < change ? shown - before : Math.max(change, shown - after);
}

/** The second at which a zone's offset stops being the one it had. */
function changeBetween(from: number, until: number, before: number, timeZone: string): number {
  let low = Math.floor(from / 1000);
  let high = Math.ceil(until / 1000);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * 1000, timeZone) === before) low = middle;
    else high = middle;
  }
  return high * 1000;
}
