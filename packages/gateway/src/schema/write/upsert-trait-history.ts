import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const TraitHistoryInput = builder.inputType('TraitHistoryInput', {
  description: 'What a trait of an account is from a day on, until another day says otherwise.',
  fields: (t) => ({
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    trait: t.string({ required: true, description: 'The trait’s key, such as `plan`.' }),
    value: t.string({ description: 'Its value; null where the account does not have the trait from this day on.' }),
    from: t.field({
      type: 'Date',
      required: true,
      description: 'The first day, not after today; a second value for a day replaces the first.',
    }),
  }),
});

builder.mutationField('upsertTraitHistory', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description:
      'Writes what traits of accounts were, in any order: the value of the latest day is what a trait is now, and the first one holds for the time before it too. Needs `data:write`.',
    args: {
      entries: t.arg({ type: [TraitHistoryInput], required: true, description: batchOf('The values') }),
      source: t.arg.string({ description: 'The system the account ids come from; "host" when left out.' }),
    },
    resolve: (_root, { entries, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        entries.map(({ value, from, ...entry }) => ({ ...entry, value: value ?? null, from: formatDay(from) })),
        source,
        (store, items, options) => store.upsertTraitHistory(items, options),
      ),
  }),
);
