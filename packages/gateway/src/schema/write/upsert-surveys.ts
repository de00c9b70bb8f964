import { AnswerBucket } from '../answer-bucket.ts';
import { builder } from '../builder.ts';
import { ScaleDirection, SurveyKind } from '../survey-kind.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const FollowUpInput = builder.inputType('FollowUpInput', {
  description: 'The question after the answer.',
  fields: (t) => ({
    bucket: t.field({ type: AnswerBucket, required: true, description: 'Who is asked it; at most one question each.' }),
    question: t.string({ required: true, description: 'The question.' }),
  }),
});

const SurveyInput = builder.inputType('SurveyInput', {
  description: 'A question that is answered by a whole number, with what follows it.',
  fields: (t) => ({
    key: t.string({ required: true, description: 'Its key.' }),
    kind: t.field({
      type: SurveyKind,
      description: 'What it asks; NPS when left out. Cannot change once there are answers.',
    }),
    scale: t.int({
      description:
        'The highest answer: 10 for NPS, where it may be left out, 5 or 10 for CSAT, 5 or 7 for CES. Cannot change once there are answers.',
    }),
    direction: t.field({
      type: ScaleDirection,
      description: 'Which end of a CES scale is the good one; HIGH_IS_EASY when left out. Not for other kinds.',
    }),
    name: t.string({ required: true, description: 'Its name.' }),
    question: t.string({ required: true, description: 'The question.' }),
    lowLabel: t.string({ required: true, description: 'What the lowest answer means: 0 for NPS, 1 for others.' }),
    highLabel: t.string({ required: true, description: 'What the highest answer means.' }),
    followUps: t.field({ type: [FollowUpInput], required: true, description: 'The questions after the answer.' }),
    thanks: t.string({ required: true, description: 'What to say in the end.' }),
    open: t.boolean({ required: true, description: 'Whether it takes answers.' }),
  }),
});

builder.mutationField('upsertSurveys', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes surveys by their keys. Needs `data:write`.',
    args: { surveys: t.arg({ type: [SurveyInput], required: true, description: batchOf('The surveys') }) },
    resolve: (_root, { surveys }, context, info) =>
      writeBatch(
        context.writes.of(info),
        surveys.map(({ kind, scale, direction, ...rest }) => ({
          ...rest,
          ...(kind == null ? {} : { kind }),
          ...(scale == null ? {} : { scale }),
          ...(direction == null ? {} : { direction }),
        })),
        null,
        (store, items) => store.upsertSurveys(items),
      ),
  }),
);
