import {
  type AnswerTally,
  answerBuckets,
  type AnswerBucket as Bucket,
  type Day,
  type FeedbackFacts,
  givenAnswers,
  type Period as PeriodModel,
  type ScaleKey,
  type SurveyKind,
  surveyScales,
  tallyOf,
} from '@plimsoll/metrics';
import { AnswerBucket } from './answer-bucket.ts';
import { builder } from './builder.ts';
import { Period } from './period.ts';

interface DistributionModel {
  readonly facts: FeedbackFacts;
  /** The survey’s own: the facts hold no answers on any other. */
  readonly scale: ScaleKey;
  readonly period: PeriodModel & { readonly today: Day };
}

const BucketCount = builder
  .objectRef<{
    readonly bucket: Bucket;
    readonly count: number;
    readonly share: number | null;
  }>('BucketCount')
  .implement({
    access: 'OF_PARENT',
    description: 'Answers in one bucket.',
    fields: (t) => ({
      bucket: t.expose('bucket', { type: AnswerBucket, description: 'The bucket.' }),
      count: t.exposeInt('count', { description: 'How many answers.' }),
      share: t.exposeFloat('share', { nullable: true, description: 'Of all answers, 0 to 1; null without answers.' }),
    }),
  });

const AnswerCount = builder.objectRef<{ readonly answer: number; readonly count: number }>('AnswerCount').implement({
  access: 'OF_PARENT',
  description: 'Answers of one value.',
  fields: (t) => ({
    answer: t.exposeInt('answer', { description: 'The value.' }),
    count: t.exposeInt('count', { description: 'How many answers.' }),
  }),
});

const kindOf = ({ scale }: DistributionModel): SurveyKind => surveyScales[scale].kind;
const tally = (model: DistributionModel): AnswerTally => tallyOf(model.facts, kindOf(model));

/** How answers are spread. */
export const ResponseDistribution = builder.objectRef<DistributionModel>('ResponseDistribution').implement({
  access: 'OF_PARENT',
  description: 'How answers are spread. Only the answers that the policy counts; dismissals are in `shown` alone.',
  fields: (t) => ({
    buckets: t.field({
      type: [BucketCount],
      description: 'The three of the survey’s kind, from the bad one to the good one.',
      resolve: (model) => {
        const { bad, neutral, good, answered } = tally(model);
        const counts = [bad, neutral, good];
        return answerBuckets[kindOf(model)].map((bucket, at) => {
          const count = counts[at] ?? 0;
          return { bucket, count, share: answered === 0 ? null : count / answered };
        });
      },
    }),
    answers: t.field({
      type: [AnswerCount],
      description: 'By value, from the lowest to the highest.',
      resolve: ({ facts, scale }) =>
        facts.answers[scale].map((count, answer) => ({ answer, count })).slice(surveyScales[scale].least),
    }),
    answered: t.int({ description: 'Answers counted.', resolve: (model) => tally(model).answered }),
    shown: t.int({
      description: 'How often the question was put in front of somebody.',
      resolve: (model) => model.facts.shown[kindOf(model)],
    }),
    responseRate: t.float({
      nullable: true,
      description: 'Answers given over times shown, 0 to 1; null where it was never shown.',
      resolve: (model) => {
        const shown = model.facts.shown[kindOf(model)];
        return shown === 0 ? null : Math.min(1, givenAnswers(model.facts) / shown);
      },
    }),
    period: t.expose('period', { type: Period, description: 'Over what.' }),
  }),
});
