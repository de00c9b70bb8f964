import { type Day, formatDay, partsOf } from '@plimsoll/metrics';
import type { OpeningRecord, ScheduleRecord, Weekday } from '@plimsoll/store';
import { months, type Timeline } from '../timeline.ts';

const workdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** Support hours: those of New York, which grew longer half a year ago, and those of Berlin. */
export function inventSchedules(timeline: Timeline): readonly ScheduleRecord[] {
  const start = timeline.day(0, 1);
  const longer = timeline.day(months - 6, 1);
  const holidays = holidaysBetween(start, timeline.day(months + 11, 28));
  const open = (opens: string, closes: string): readonly OpeningRecord[] =>
    workdays.map((weekday) => ({ weekday, opens, closes }));
  const version = (key: string, from: Day, timeZone: string, hours: readonly OpeningRecord[]): ScheduleRecord => ({
    key,
    validFrom: formatDay(from),
    timeZone,
    hours,
    holidays,
  });
  return [
    version('default', start, 'America/New_York', open('09:00', '18:00')),
    version('default', longer, 'America/New_York', open('08:00', '20:00')),
    version('europe', start, 'Europe/Berlin', open('08:30', '17:30')),
  ];
}

function holidaysBetween(from: Day, to: Day): readonly string[] {
  const days: string[] = [];
  for (let { year } = partsOf(from); year <= partsOf(to).year; year++)
    days.push(`${year}-01-01`, `${year}-12-25`, `${year}-12-26`);
  return days;
}
