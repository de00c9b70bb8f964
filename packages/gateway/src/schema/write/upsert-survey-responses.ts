import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const SurveyResponseInput = builder.inputType('SurveyResponseInput', {
  description: 'An answer given elsewhere.',
  fields: (t) => ({
    externalId: t.string({ required: true, description: 'The host’s own id of the answer.' }),
    survey: t.string({ required: true, description: 'Key of the survey, which must be known.' }),
    accountExternalId: t.string({ description: 'The host’s id of the account; of no account when left out.' }),
    respondent: t.string({ required: true, description: 'Who answered; the same text for the same person.' }),
    answer: t.int({ required: true, description: 'A whole number of the survey’s scale.' }),
    comment: t.string({ description: 'What they wrote, at most 10,000 characters.' }),
    respondedAt: t.field({ type: 'DateTime', required: true, description: 'When.' }),
  }),
});

builder.mutationField('upsertSurveyResponses', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes answers that were given elsewhere. Needs `data:write`.',
    args: {
      responses: t.arg({ type: [SurveyResponseInput], required: true, description: batchOf('The answers') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { responses, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        responses.map(({ accountExternalId, comment, respondedAt, ...rest }) => ({
          ...rest,
          respondedAt: new Date(respondedAt).toISOString(),
          ...(accountExternalId == null ? {} : { accountExternalId }),
          ...(comment == null ? {} : { comment }),
        })),
        source,
        (store, items, options) => store.upsertResponses(items, options),
      ),
  }),
);
