import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const Weekday = builder.enumType('Weekday', {
  description: 'A day of the week.',
  values: {
    MONDAY: { value: 'monday', description: 'Monday.' },
    TUESDAY: { value: 'tuesday', description: 'Tuesday.' },
    WEDNESDAY: { value: 'wednesday', description: 'Wednesday.' },
    THURSDAY: { value: 'thursday', description: 'Thursday.' },
    FRIDAY: { value: 'friday', description: 'Friday.' },
    SATURDAY: { value: 'saturday', description: 'Saturday.' },
    SUNDAY: { value: 'sunday', description: 'Sunday.' },
  } as const,
});

const OpeningInput = builder.inputType('OpeningInput', {
  description: 'A stretch of a weekday in which support is open.',
  fields: (t) => ({
    weekday: t.field({ type: Weekday, required: true, description: 'Of which day.' }),
    opens: t.string({ required: true, description: 'The time of day it opens at, such as "09:00".' }),
    closes: t.string({
      required: true,
      description: 'The first minute at which it is closed, such as "17:30"; "24:00" for the end of the day.',
    }),
  }),
});

const ScheduleInput = builder.inputType('ScheduleInput', {
  description:
    'Business hours from a day on, until another of the same key says otherwise. What came before the day stays as it was.',
  fields: (t) => ({
    key: t.string({
      required: true,
      description: 'What tickets name it by; those that name none follow the one called "default".',
    }),
    validFrom: t.field({
      type: 'Date',
      required: true,
      description: 'The day, in its own time zone, on which these hours come into force.',
    }),
    timeZone: t.string({ required: true, description: 'An IANA name, such as "Europe/Berlin".' }),
    hours: t.field({
      type: [OpeningInput],
      required: true,
      description: 'Several a day may be given, without overlaps, at most 100 a week; none at all means never open.',
    }),
    holidays: t.field({ type: ['Date'], description: 'Days on which it is closed all day, at most 1,000.' }),
  }),
});

builder.mutationField('upsertSchedules', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Writes business hours, each in place of those of its key and day, and works out anew the tickets they count for. Needs `data:write`.',
    args: { schedules: t.arg({ type: [ScheduleInput], required: true, description: batchOf('The schedules') }) },
    resolve: (_root, { schedules }, context, info) =>
      writeBatch(
        context.writes.of(info),
        schedules.map(({ validFrom, holidays, ...rest }) => ({
          ...rest,
          validFrom: formatDay(validFrom),
          ...(holidays == null ? {} : { holidays: holidays.map(formatDay) }),
        })),
        null,
        (store, items) => store.upsertSchedules(items),
      ),
  }),
);
