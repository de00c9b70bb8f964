import { builder } from '../builder.ts';
import { NpsBucket } from '../nps-bucket.ts';
import { BatchResult, writeBatch } from './batch-result.ts';

const FollowUpInput = builder.inputType('FollowUpInput', {
  description: 'The question after the answer.',
  fields: (t) => ({
    bucket: t.field({ type: NpsBucket, required: true, description: 'Who is asked it; at most one question each.' }),
    question: t.string({ required: true, description: 'The question.' }),
  }),
});

const SurveyInput = builder.inputType('SurveyInput', {
  description: 'A question from 0 to 10 with what follows it.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key.' }),
    name: t.string({ required: true, description: 'Its name.' }),
    question: t.string({ required: true, description: 'The question.' }),
    lowLabel: t.string({ required: true, description: 'What 0 means.' }),
    highLabel: t.string({ required: true, description: 'What 10 means.' }),
    followUps: t.field({ type: [FollowUpInput], required: true, description: 'The questions after the answer.' }),
    thanks: t.string({ required: true, description: 'What to say in the end.' }),
    open: t.boolean({ required: true, description: 'Whether it takes answers.' }),
  }),
});

builder.mutationField('upsertSurveys', (t) =>
  t.field({
    type: BatchResult,
    description: 'Writes surveys by their keys. Needs `data:write`.',
    args: { surveys: t.arg({ type: [SurveyInput], required: true, description: 'The surveys.' }) },
    resolve: (_root, { surveys }, context) =>
      writeBatch(context, surveys, null, (store, items) => store.upsertSurveys(items)),
  }),
);
