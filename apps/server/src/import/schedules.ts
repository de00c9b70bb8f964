import type { OpeningRecord, ScheduleRecord, Weekday } from '@plimsoll/store';
import { type ImportKind, type Row, RowRejection, requiredText } from './import-kind.ts';
import { listOf } from './list-of.ts';

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
/** What stands between the entries of a text that holds several. */
const gaps = /[\s;]+/;
const stretch = /^(\d{2}:\d{2})-(\d{2}:\d{2})$/;

/**
 * `schedules.csv`: business hours from a day on a row. A weekday's column holds its stretches, `09:00-12:00 13:00-17:00`,
 * and is blank where it is closed; `holidays` holds days, with spaces in between.
 */
export const schedules: ImportKind<ScheduleRecord> = {
  name: 'schedules',
  columns: [
    { name: 'schedule', required: true, field: 'key' },
    { name: 'valid_from', required: true, field: 'validFrom' },
    { name: 'time_zone', required: true, field: 'timeZone' },
    ...weekdays.map((name) => ({ name, required: false, field: name })),
    { name: 'holidays', required: false, field: 'holidays' },
  ],
  otherColumns: 'ignore',
  record: (row) => ({
    key: requiredText(row, 'schedule'),
    validFrom: requiredText(row, 'valid_from'),
    timeZone: requiredText(row, 'time_zone'),
    hours: weekdays.flatMap((weekday) => openingsOf(row, weekday)),
    holidays: listOf(row, 'holidays', gaps) ?? [],
  }),
  write: (workspace, records) => workspace.upsertSchedules(records),
};

function openingsOf(row: Row, weekday: Weekday): readonly OpeningRecord[] {
  return (listOf(row, weekday, gaps) ?? []).map((text) => {
    const [, opens, closes] = stretch.exec(text) ?? [];
    if (opens !== undefined && closes !== undefined) return { weekday, opens, closes };
    throw new RowRejection(
      weekday,
      `"${text}" is not a stretch of a day. Write it as 09:00-17:00, several with spaces in between.`,
    );
  });
}
