import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const NumberInput = builder.inputType('NumberInput', {
  description: 'A number about an account that the host measures itself.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    key: t.string({ required: true, description: 'What was measured; the key that a health factor names.' }),
    day: t.field({ type: 'Date', required: true, description: 'When; a second value for a day replaces the first.' }),
    value: t.float({ required: true, description: 'The value.' }),
  }),
});

builder.mutationField('reportNumbers', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Reports numbers for health, and works the accounts’ health out anew. Needs `data:write`.',
    args: {
      numbers: t.arg({ type: [NumberInput], required: true, description: batchOf('The numbers') }),
      source: t.arg.string({
        description: 'The system the account ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { numbers, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        numbers.map(({ day, ...rest }) => ({ ...rest, day: formatDay(day) })),
        source,
        (store, items, options) => store.reportNumbers(items, options),
      ),
  }),
);
