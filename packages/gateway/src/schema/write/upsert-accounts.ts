import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const TraitInput = builder.inputType('TraitInput', {
  description: 'Something the host says of an account.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Which trait, such as `plan`.' }),
    value: t.string({ required: true, description: 'Its value; "" takes the trait away.' }),
  }),
});

const AccountInput = builder.inputType('AccountInput', {
  description: 'An account as the host knows it.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id.' }),
    name: t.string({ description: 'Its name; left as it is when left out.' }),
    traits: t.field({ type: [TraitInput], description: 'Merged into the traits that are there; at most 100.' }),
    traitsFrom: t.field({
      type: 'Date',
      description:
        'Since when the given traits hold, not after today; today when left out, for traits that are something else now. What is known of later days stands.',
    }),
    tags: t.stringList({
      description:
        'All its tags from now on, at most 100, none for an empty list; left as they are when left out. No tag holds a ";".',
    }),
    createdOn: t.field({
      type: 'Date',
      description: 'The day it was created, in the host’s eyes; left as it is when left out.',
    }),
    parentExternalId: t.string({ description: 'The account above this one; created when unknown.' }),
  }),
});

builder.mutationField('upsertAccounts', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes accounts by the host’s id. Needs `data:write`.',
    args: {
      accounts: t.arg({ type: [AccountInput], required: true, description: batchOf('The accounts') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { accounts, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        accounts.map(({ externalId, name, traits, traitsFrom, tags, createdOn, parentExternalId }) => ({
          externalId,
          ...(name == null ? {} : { name }),
          ...(traits == null ? {} : { traits: Object.fromEntries(traits.map(({ key, value }) => [key, value])) }),
          ...(traitsFrom == null ? {} : { traitsFrom: formatDay(traitsFrom) }),
          ...(tags == null ? {} : { tags }),
          ...(createdOn == null ? {} : { createdOn: formatDay(createdOn) }),
          ...(parentExternalId == null ? {} : { parentExternalId }),
        })),
        source,
        (store, items, options) => store.upsertAccounts(items, options),
      ),
  }),
);
