import {
  type AnyMetric,
  addUnits,
  comparedPeriod,
  type MetricKey as Key,
  type Period as PeriodModel,
  type PeriodSpec,
  type Policy as PolicyModel,
  type Question,
  type Selection,
  type SubjectKind,
  type SurveyKind as SurveyKindModel,
  splitPeriod,
  type PeriodUnit as Unit,
} from '@plimsoll/metrics';
import { readableMetric } from '../auth/readable-metric.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { MetricKey } from './metric-definition.ts';
import { Comparison, MetricReading, type ReadingModel } from './metric-reading.ts';
import { MetricSeries, type SeriesModel } from './metric-series.ts';
import { PeriodInput, PeriodUnit, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { seriesWeight } from './series-weight.ts';
import { readsRecognised, subjectUnder } from './subject-under.ts';
import { SurveyKind } from './survey-kind.ts';

/** Anything whose numbers can be asked for: a session and the accounts it is about. */
export interface MeasuredModel {
  /** Whose numbers they are. @default a portfolio's */
  readonly subject?: SubjectKind;
  readonly session: Session;
  readonly selection: Selection;
}

/** The period a metric is read over when none is named: its own, else now for balances and twelve complete months. */
export function defaultPeriod(metric: AnyMetric): PeriodSpec {
  if (metric.usualPeriod !== undefined) return metric.usualPeriod;
  return metric.balance ? { kind: 'current', unit: 'MONTH' } : { kind: 'last', count: 12, unit: 'MONTH' };
}

/** What narrows a question down. */
interface Narrowing {
  readonly policy: PolicyModel;
  readonly survey?: string | null | undefined;
  readonly surveyKind?: SurveyKindModel | null | undefined;
  readonly feature?: string | null | undefined;
}

/** A subject's question as the metrics take it, and the session that its accounts belong to. */
export async function questionOf(
  subject: MeasuredModel,
  metric: AnyMetric,
  { policy, survey, surveyKind, feature }: Narrowing,
): Promise<{ readonly session: Session; readonly question: Question }> {
  const { session, selection, ledger } = readsRecognised(metric)
    ? await subjectUnder(subject, policy)
    : // An account works its selection out when asked, which copying it would lose.
      { session: subject.session, selection: subject.selection, ledger: subject.session.ledger };
  return {
    session,
    question: {
      ledger,
      selection,
      policy,
      ...(subject.subject === undefined ? {} : { subject: subject.subject }),
      ...(survey == null ? {} : { survey }),
      ...(surveyKind == null ? {} : { surveyKind }),
      ...(feature == null ? {} : { feature }),
    },
  };
}

/** Reads one metric of a subject. `survey` narrows feedback to one survey, `feature` names the one of FEATURE_ADOPTION. */
export async function readingOf(
  subject: MeasuredModel,
  question: {
    readonly metric: AnyMetric;
    readonly period: typeof PeriodInput.$inferInput | null | undefined;
    readonly comparison: ReadingModel['comparison'];
  } & Narrowing,
): Promise<ReadingModel> {
  const { metric, comparison } = question;
  const period = periodFrom(question.period, defaultPeriod(metric), subject.session);
  const { session, question: asked } = await questionOf(subject, metric, question);
  const { reader, today } = session;
  const compared = reader.held ? null : comparedPeriod(metric, period, comparison, today);
  // Asked for in the same breath, what it is compared with takes no second pass over a workspace that is not held.
  if (compared !== null) reader.readEach(metric, asked, [compared], today).catch(() => undefined);
  const [reading] = await reader.readEach(metric, asked, [period], today);
  if (reading === undefined) throw new Error('One period was asked for and none was read.');
  return { session, reading, comparison };
}

/** Reads one metric of a subject over successive units. */
export async function seriesOf(
  subject: MeasuredModel,
  question: {
    readonly metric: AnyMetric;
    readonly period: typeof PeriodInput.$inferInput | null | undefined;
    readonly granularity: Unit;
    readonly trailing: number;
  } & Narrowing,
): Promise<SeriesModel> {
  const { metric, granularity, trailing, policy } = question;
  if (trailing < 1 || trailing > 120) {
    throw new GatewayError('BAD_REQUEST', `Each point cannot look back over ${trailing} units. Give 1 to 120.`);
  }
  const fallback: PeriodSpec = { kind: 'last', count: 12, unit: granularity, includeCurrent: metric.balance };
  const { session, question: asked } = await questionOf(subject, metric, question);
  const period = periodFrom(question.period, fallback, session);
  const { fiscalYearStartsIn } = session.workspace;
  const units = splitPeriod(period, granularity, session.today, fiscalYearStartsIn);
  const periods = units.map((unit) => lookBack(unit, metric, trailing));
  return {
    metric,
    granularity,
    points: await session.reader.readEach(metric, asked, periods, session.today),
    policy,
    revision: asked.ledger.revision,
    today: session.today,
  };
}

function lookBack(period: PeriodModel, metric: AnyMetric, units: number): PeriodModel {
  if (metric.balance || units === 1 || period.unit === null) return period;
  return { ...period, start: addUnits(period.end, -units, period.unit), count: units };
}

/** What the argument that names a feature is for. */
export const featureArgument = 'Key of the feature that FEATURE_ADOPTION is about; other metrics do not look at it.';

const surveyArgument =
  'Key of the survey whose answers a feedback metric reads; of every survey of its kind when left out.';
const surveyKindArgument = 'The kind of survey that RESPONSE_RATE is about; of every kind when left out.';

/** What a reading costs: its previous and its change cost as much again when asked for. */
const readingCost = 10;

/** Anything with metrics, so that a widget does not care whose number it shows. */
export const Measured = builder.interfaceRef<MeasuredModel>('Measured').implement({
  description: 'Anything with metrics, so that a card does not care whose number it shows.',
  fields: (t) => ({
    metric: t.field({
      type: MetricReading,
      description: 'One metric.',
      args: {
        key: t.arg({ type: MetricKey, required: true, description: 'Which.' }),
        period: t.arg({
          type: PeriodInput,
          description:
            'Over what; the metric’s usual period when left out: the last twelve complete months, for balances the current month, for the use of the product and for support the last complete month.',
        }),
        compare: t.arg({
          type: Comparison,
          required: true,
          defaultValue: 'PREVIOUS_PERIOD',
          description: 'Compared with what.',
        }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
        feature: t.arg.string({ description: featureArgument }),
        survey: t.arg.string({ description: surveyArgument }),
        surveyKind: t.arg({ type: SurveyKind, description: surveyKindArgument }),
      },
      complexity: readingCost,
      resolve: (subject, { key, period, compare, policy, feature, survey, surveyKind }) => {
        return readingOf(subject, {
          metric: readableMetric(subject.session.viewer, key),
          period,
          comparison: compare,
          policy: overridePolicy(subject.session.policy, policy),
          feature,
          survey,
          surveyKind,
        });
      },
    }),
    metrics: t.field({
      type: [MetricReading],
      description: 'Several metrics, in the order asked.',
      args: {
        keys: t.arg({ type: [MetricKey], required: true, description: `Which, at most ${limits.pageSize}.` }),
        period: t.arg({
          type: PeriodInput,
          description:
            'Over what; the metric’s usual period when left out: the last twelve complete months, for balances the current month, for the use of the product and for support the last complete month.',
        }),
        compare: t.arg({
          type: Comparison,
          required: true,
          defaultValue: 'PREVIOUS_PERIOD',
          description: 'Compared with what.',
        }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
        feature: t.arg.string({ description: featureArgument }),
        survey: t.arg.string({ description: surveyArgument }),
        surveyKind: t.arg({ type: SurveyKind, description: surveyKindArgument }),
      },
      complexity: ({ keys }) => ({ field: readingCost * keys.length, multiplier: keys.length }),
      resolve: (subject, { keys, period, compare, policy, feature, survey, surveyKind }) => {
        if (keys.length > limits.pageSize) {
          throw new GatewayError('BAD_REQUEST', `metrics() takes at most ${limits.pageSize} keys, not ${keys.length}.`);
        }
        const asked = overridePolicy(subject.session.policy, policy);
        return Promise.all(
          keys.map((key: Key) =>
            readingOf(subject, {
              metric: readableMetric(subject.session.viewer, key),
              period,
              comparison: compare,
              policy: asked,
              feature,
              survey,
              surveyKind,
            }),
          ),
        );
      },
    }),
    series: t.field({
      type: MetricSeries,
      description: 'One metric over successive calendar units.',
      args: {
        key: t.arg({ type: MetricKey, required: true, description: 'Which.' }),
        period: t.arg({ type: PeriodInput, description: 'Over what; the last twelve units when left out.' }),
        granularity: t.arg({
          type: PeriodUnit,
          required: true,
          defaultValue: 'MONTH',
          description: 'The unit between two points.',
        }),
        trailing: t.arg.int({
          required: true,
          defaultValue: 1,
          description:
            'How many units each point looks back over, 1 to 120: 12 months for trailing-twelve-month retention. Balances look at their last day alone.',
        }),
        policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
        feature: t.arg.string({ description: featureArgument }),
        survey: t.arg.string({ description: surveyArgument }),
        surveyKind: t.arg({ type: SurveyKind, description: surveyKindArgument }),
      },
      complexity: seriesWeight,
      resolve: (subject, { key, period, granularity, trailing, policy, feature, survey, surveyKind }) => {
        return seriesOf(subject, {
          metric: readableMetric(subject.session.viewer, key),
          period,
          granularity,
          trailing,
          policy: overridePolicy(subject.session.policy, policy),
          feature,
          survey,
          surveyKind,
        });
      },
    }),
  }),
});
