import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const PersonInput = builder.inputType('PersonInput', {
  description: 'A person at an account.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id.' }),
    accountExternalId: t.string({
      required: true,
      description: 'The host’s id of their account, which must be known.',
    }),
    name: t.string({ description: 'Their name.' }),
    email: t.string({ description: 'Their address.' }),
  }),
});

builder.mutationField('upsertPeople', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes people by the host’s id. Needs `data:write`.',
    args: {
      people: t.arg({ type: [PersonInput], required: true, description: batchOf('The people') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { people, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        people.map(({ externalId, accountExternalId, name, email }) => ({
          externalId,
          accountExternalId,
          ...(name == null ? {} : { name }),
          ...(email == null ? {} : { email }),
        })),
        source,
        (store, items, options) => store.upsertPeople(items, options),
      ),
  }),
);
