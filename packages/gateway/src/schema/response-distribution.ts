import type { Day, FeedbackFacts, Period as PeriodModel } from '@plimsoll/metrics';
import { builder } from './builder.ts';
import { NpsBucket } from './nps-bucket.ts';
import { Period } from './period.ts';

interface DistributionModel {
  readonly facts: FeedbackFacts;
  readonly period: PeriodModel & { readonly today: Day };
}

const BucketCount = builder
  .objectRef<{
    readonly bucket: 'DETRACTOR' | 'PASSIVE' | 'PROMOTER';
    readonly count: number;
    readonly share: number | null;
  }>('BucketCount')
  .implement({
    description: 'Answers in one bucket.',
    fields: (t) => ({
      bucket: t.expose('bucket', { type: NpsBucket, description: 'The bucket.' }),
      count: t.exposeInt('count', { description: 'How many answers.' }),
      share: t.exposeFloat('share', { nullable: true, description: 'Of all answers, 0 to 1; null without answers.' }),
    }),
  });

const AnswerCount = builder.objectRef<{ readonly answer: number; readonly count: number }>('AnswerCount').implement({
  description: 'Answers of one value.',
  fields: (t) => ({
    answer: t.exposeInt('answer', { description: '0 to 10.' }),
    count: t.exposeInt('count', { description: 'How many answers.' }),
  }),
});

const answered = ({ facts }: DistributionModel): number => facts.promoters + facts.passives + facts.detractors;

/** How answers are spread. */
export const ResponseDistribution = builder.objectRef<DistributionModel>('ResponseDistribution').implement({
  description: 'How answers are spread. Only the answers that the policy counts; dismissals are in `shown` alone.',
  fields: (t) => ({
    buckets: t.field({
      type: [BucketCount],
      description: 'By bucket, from detractors to promoters.',
      resolve: (model) => {
        const { detractors, passives, promoters } = model.facts;
        const n = answered(model);
        const entry = (bucket: 'DETRACTOR' | 'PASSIVE' | 'PROMOTER', count: number) => ({
          bucket,
          count,
          share: n === 0 ? null : count / n,
        });
        return [entry('DETRACTOR', detractors), entry('PASSIVE', passives), entry('PROMOTER', promoters)];
      },
    }),
    answers: t.field({
      type: [AnswerCount],
      description: 'By value, from 0 to 10.',
      resolve: ({ facts }) => facts.byAnswer.map((count, answer) => ({ answer, count })),
    }),
    answered: t.int({ description: 'Answers counted.', resolve: answered }),
    shown: t.int({
      description: 'How often the question was put in front of somebody.',
      resolve: ({ facts }) => facts.shown,
    }),
    responseRate: t.float({
      nullable: true,
      description: 'Answers given over times shown, 0 to 1; null where it was never shown.',
      resolve: (model) =>
        model.facts.shown === 0 ? null : Math.min(1, (answered(model) + model.facts.superseded) / model.facts.shown),
    }),
    period: t.expose('period', { type: Period, description: 'Over what.' }),
  }),
});
