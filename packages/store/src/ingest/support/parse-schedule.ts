import { type Day, isTimeZone, type OpenHours, type ScheduleVersion } from '@plimsoll/metrics';
import type { OpeningRecord, ScheduleRecord, Weekday } from '../../records/ticket.ts';
import { requiredDay, requiredId } from '../fields.ts';
import { Rejection } from '../rejection.ts';

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const mostHolidays = 1_000;
const mostStretches = 100;
const clock = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A version of a schedule with its key. @throws Rejection */
export function parseSchedule(record: ScheduleRecord): ScheduleVersion & { readonly key: string } {
  return {
    key: requiredId(record.key, 'key', 'The schedule’s key'),
    validFrom: requiredDay(record.validFrom, 'validFrom', 'The day from which it holds'),
    timeZone: parseTimeZone(record.timeZone),
    hours: parseHours(record.hours),
    holidays: parseHolidays(record.holidays ?? []),
  };
}

function parseTimeZone(value: unknown): string {
  if (typeof value !== 'string' || value === '' || !isTimeZone(value)) {
    throw new Rejection(
      'timeZone',
      `"${String(value)}" is not a known time zone. Give an IANA name such as Europe/Berlin.`,
    );
  }
  return value;
}

function parseHours(records: readonly OpeningRecord[]): readonly OpenHours[] {
  if (!Array.isArray(records)) {
    throw new Rejection('hours', 'The hours are missing. Give a list of them, an empty one for never open.');
  }
  if (records.length > mostStretches) {
    throw new Rejection(
      'hours',
      `The week has ${records.length} stretches and ${mostStretches} is the most. Join some.`,
    );
  }
  const hours = records
    .map(({ weekday, opens, closes }): OpenHours => {
      const day = weekdays.indexOf(weekday) + 1;
      if (day === 0) throw new Rejection('hours', `"${weekday}" is not a weekday. Give one such as monday.`);
      const stretch = { weekday: day, opens: parseTime(opens), closes: parseTime(closes) };
      if (stretch.closes > stretch.opens) return stretch;
      throw new Rejection(
        'hours',
        `On ${weekday} it closes at ${closes}, not after it opens at ${opens}. Hours past midnight belong to the next day: end them at 24:00 and go on at 00:00.`,
      );
    })
    .sort((a, b) => a.weekday - b.weekday || a.opens - b.opens);
  for (const [index, { weekday, opens }] of hours.entries()) {
    const before = hours[index - 1];
    if (before === undefined || before.weekday !== weekday || before.closes <= opens) continue;
    throw new Rejection(
      'hours',
      `Two stretches of ${weekdays[weekday - 1]} overlap, so an hour would count twice. Join them, or end the first before the second.`,
    );
  }
  return hours;
}

function parseTime(value: unknown): number {
  if (value === '24:00') return 1440;
  const match = typeof value === 'string' ? clock.exec(value) : null;
  if (match === null) {
    throw new Rejection('hours', `"${String(value)}" is not a time of day. Write it as 09:00, the day's end as 24:00.`);
  }
  return 60 * Number(match[1]) + Number(match[2]);
}

function parseHolidays(values: readonly string[]): readonly Day[] {
  if (values.length > mostHolidays) {
    throw new Rejection(
      'holidays',
      `There are ${values.length} holidays and ${mostHolidays} is the most. Leave old ones to versions of their own.`,
    );
  }
  return [...new Set(values.map((value) => requiredDay(value, 'holidays', 'The holiday')))].sort((a, b) => a - b);
}
