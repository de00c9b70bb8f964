import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const CsmInput = builder.inputType('CsmInput', {
  description: 'A customer success manager. Accounts name theirs in the trait "csm", by this external id.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the CSM.' }),
    name: t.string({ required: true, description: 'Their name.' }),
    email: t.string({ description: 'Their e-mail address.' }),
    fte: t.float({ required: true, description: 'Of a full-time person: above 0 and at most 10.' }),
    rampedOn: t.field({ type: 'Date', required: true, description: 'The first day on which they carry their load.' }),
    leftOn: t.field({ type: 'Date', description: 'The first day on which they are gone.' }),
  }),
});

builder.mutationField('upsertCsms', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes customer success managers, each in place of the one with their id. Needs `data:write`.',
    args: {
      csms: t.arg({ type: [CsmInput], required: true, description: batchOf('The CSMs') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { csms, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        csms.map(({ email, rampedOn, leftOn, ...rest }) => ({
          ...rest,
          rampedOn: formatDay(rampedOn),
          leftOn: leftOn == null ? null : formatDay(leftOn),
          ...(email == null ? {} : { email }),
        })),
        source,
        (store, items, options) => store.upsertCsms(items, options),
      ),
  }),
);
