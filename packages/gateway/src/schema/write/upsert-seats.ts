import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const SeatsInput = builder.inputType('SeatsInput', {
  description: 'How many seats an account is licensed for from a day on, until another day says otherwise.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    day: t.field({
      type: 'Date',
      required: true,
      description: 'From when; a second number for a day replaces the first.',
    }),
    seats: t.int({ required: true, description: 'How many, 0 or more; 0 once there are none any more.' }),
  }),
});

builder.mutationField('upsertSeats', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes how many seats accounts are licensed for. Needs `data:write`.',
    args: {
      seats: t.arg({ type: [SeatsInput], required: true, description: batchOf('The seats') }),
      source: t.arg.string({
        description: 'The system the account ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { seats, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        seats.map(({ day, ...rest }) => ({ ...rest, day: formatDay(day) })),
        source,
        (store, items, options) => store.upsertSeats(items, options),
      ),
  }),
);
