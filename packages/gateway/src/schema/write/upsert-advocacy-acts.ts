import { formatDay } from '@plimsoll/metrics';
import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const AdvocacyKind = builder.enumType('AdvocacyKind', {
  description: 'How a customer speaks for the product.',
  values: {
    REFERENCE: { value: 'reference', description: 'Told a prospect about it.' },
    REFERRAL: { value: 'referral', description: 'Brought a prospect.' },
    REVIEW: { value: 'review', description: 'Wrote a review.' },
    CASE_STUDY: { value: 'caseStudy', description: 'Took part in a case study.' },
  } as const,
});

const AdvocacyActInput = builder.inputType('AdvocacyActInput', {
  description: 'An act by which a customer spoke for the product.',
  fields: (t) => ({
    actId: t.string({ required: true, description: 'The host’s own id of the act.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    person: t.string({ description: 'Who did it, as the host calls them.' }),
    kind: t.field({ type: AdvocacyKind, required: true, description: 'How.' }),
    on: t.field({ type: 'Date', required: true, description: 'When.' }),
  }),
});

builder.mutationField('upsertAdvocacyActs', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes acts of advocacy, each in place of the one with its id. Needs `data:write`.',
    args: {
      acts: t.arg({ type: [AdvocacyActInput], required: true, description: batchOf('The acts') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { acts, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        acts.map(({ person, on, ...rest }) => ({ ...rest, on: formatDay(on), ...(person == null ? {} : { person }) })),
        source,
        (store, items, options) => store.upsertAdvocacyActs(items, options),
      ),
  }),
);
