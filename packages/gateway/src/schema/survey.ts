import { type AnyMetric, feedback, metricOf, type Period as PeriodModel, scaleKey, windowOf } from '@plimsoll/metrics';
import type { Survey as SurveyRecord } from '@plimsoll/store';
import { surveyScopes } from '../access/access-rule.ts';
import type { Session } from '../session.ts';
import { AccountFilter, selectFor } from './account-filter.ts';
import { AnswerBucket } from './answer-bucket.ts';
import { builder } from './builder.ts';
import { Comparison, MetricReading } from './metric-reading.ts';
import { MetricSeries } from './metric-series.ts';
import { PeriodInput, PeriodUnit, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { defaultPeriod, readingOf, seriesOf } from './reading-of.ts';
import { readingWeight } from './reading-weight.ts';
import { ResponseDistribution } from './response-distribution.ts';
import { seriesWeight } from './series-weight.ts';
import { ScaleDirection, SurveyKind } from './survey-kind.ts';

/** A survey in a session. */
export class SurveyModel {
  readonly session: Session;
  readonly survey: SurveyRecord;

  constructor(session: Session, survey: SurveyRecord) {
    this.session = session;
    this.survey = survey;
  }
}

/** Finds a survey of the session's workspace. */
export async function findSurvey(session: Session, key: string): Promise<SurveyModel | null> {
  const survey = await session.store.survey(key);
  return survey === null ? null : new SurveyModel(session, survey);
}

const FollowUp = builder.objectRef<SurveyRecord['followUps'][number]>('FollowUp').implement({
  access: 'OF_PARENT',
  description: 'The question after the answer.',
  fields: (t) => ({
    bucket: t.expose('bucket', { type: AnswerBucket, description: 'Who is asked it.' }),
    question: t.exposeString('question', { description: 'The question.' }),
  }),
});

/** A question that people are asked. */
export const Survey = builder.objectRef<SurveyModel>('Survey');

/** The metric that a survey of its kind is scored by. */
function scoreOf({ survey }: SurveyModel): AnyMetric {
  return metricOf(survey.scale.kind);
}

builder.node(Survey, {
  access: { anyOf: surveyScopes },
  description: 'A question that people answer by a whole number, and what they answered.',
  isTypeOf: (value) => value instanceof SurveyModel,
  id: { resolve: ({ survey }) => survey.key },
  loadOne: async (key, context) => findSurvey(await context.session(), key),
  fields: (t) => ({
    key: t.string({ description: 'Its key.', resolve: ({ survey }) => survey.key }),
    name: t.string({ description: 'Its name.', resolve: ({ survey }) => survey.name }),
    question: t.string({ description: 'The question.', resolve: ({ survey }) => survey.question }),
    kind: t.field({
      type: SurveyKind,
      description: 'What it asks, and so which metric it is scored by.',
      resolve: ({ survey }) => survey.scale.kind,
    }),
    lowestAnswer: t.int({
      description: 'The lowest answer: 0 for NPS, 1 for others.',
      resolve: ({ survey }) => survey.scale.least,
    }),
    scale: t.int({
      description: 'The highest answer: 10 for NPS, 5 or 10 for CSAT, 5 or 7 for CES.',
      resolve: ({ survey }) => survey.scale.most,
    }),
    direction: t.field({
      type: ScaleDirection,
      nullable: true,
      description: 'Which end of a CES scale is the good one; null for other kinds, whose high answers are.',
      resolve: ({ survey }) => (survey.scale.kind === 'CES' ? survey.scale.direction : null),
    }),
    lowLabel: t.string({ description: 'What the lowest answer means.', resolve: ({ survey }) => survey.lowLabel }),
    highLabel: t.string({ description: 'What the highest answer means.', resolve: ({ survey }) => survey.highLabel }),
    followUps: t.field({
      type: [FollowUp],
      description: 'The questions after the answer, by bucket.',
      resolve: ({ survey }) => survey.followUps,
    }),
    thanks: t.string({ description: 'What to say in the end.', resolve: ({ survey }) => survey.thanks }),
    open: t.boolean({ description: 'Whether it takes answers.', resolve: ({ survey }) => survey.open }),
    score: t.field({
      type: MetricReading,
      description: 'Its NPS, CSAT or CES over a period.',
      args: {
        period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve complete months when left out.' }),
        compare: t.arg({
          type: Comparison,
          required: true,
          defaultValue: 'PREVIOUS_PERIOD',
          description: 'Compared with what.',
        }),
        filter: t.arg({ type: AccountFilter, description: 'Answers of which accounts.' }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
      },
      weight: (_args, extent) => readingWeight(extent),
      access: 'surveys:read',
      resolve: (model, { period, compare, filter, policy }) => {
        const { session, survey } = model;
        return readingOf(
          { session, selection: selectFor(session, filter) },
          {
            metric: scoreOf(model),
            period,
            comparison: compare,
            policy: overridePolicy(session.policy, policy),
            survey: survey.key,
          },
        );
      },
    }),
    trend: t.field({
      type: MetricSeries,
      description: 'Its NPS, CSAT or CES over successive calendar units.',
      args: {
        period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve units when left out.' }),
        granularity: t.arg({
          type: PeriodUnit,
          required: true,
          defaultValue: 'QUARTER',
          description: 'The unit between two points.',
        }),
        filter: t.arg({ type: AccountFilter, description: 'Answers of which accounts.' }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
      },
      weight: seriesWeight,
      access: 'surveys:read',
      resolve: (model, { period, granularity, filter, policy }) => {
        const { session, survey } = model;
        return seriesOf(
          { session, selection: selectFor(session, filter) },
          {
            metric: scoreOf(model),
            period,
            granularity,
            trailing: 1,
            policy: overridePolicy(session.policy, policy),
            survey: survey.key,
          },
        );
      },
    }),
    distribution: t.field({
      type: ResponseDistribution,
      description: 'How its answers are spread over a period.',
      args: {
        period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve complete months when left out.' }),
        filter: t.arg({ type: AccountFilter, description: 'Answers of which accounts.' }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
      },
      weight: (_args, extent) => readingWeight(extent),
      access: 'surveys:read',
      resolve: async (model, { period: named, filter, policy }) => {
        const { session, survey } = model;
        const period: PeriodModel = periodFrom(named, defaultPeriod(scoreOf(model)), session);
        const selection = selectFor(session, filter);
        const question = {
          ledger: session.ledger,
          selection,
          policy: overridePolicy(session.policy, policy),
          survey: survey.key,
        };
        const [facts] = await session.reader.gather(feedback, question, [windowOf(period, session.today)]);
        if (facts === undefined) throw new Error('One window was asked for and none was answered.');
        return { facts, scale: scaleKey(survey.scale), period: { ...period, today: session.today } };
      },
    }),
  }),
});

builder.queryField('survey', (t) =>
  t.field({
    access: { anyOf: surveyScopes },
    type: Survey,
    nullable: true,
    description: 'One survey by its key; null where there is none.',
    args: {
      key: t.arg.string({ required: true, description: 'Its key.' }),
      kind: t.arg({
        type: SurveyKind,
        description: 'Null where it is of another kind, for widgets that can show one kind only.',
      }),
    },
    resolve: async (_root, { key, kind }, context) => {
      const found = await findSurvey(await context.session(), key);
      return kind == null || found?.survey.scale.kind === kind ? found : null;
    },
  }),
);
