import {
  type AnyMetric,
  addUnits,
  comparedPeriod,
  type Period as PeriodModel,
  type PeriodSpec,
  type Policy as PolicyModel,
  type Question,
  type SurveyKind as SurveyKindModel,
  splitPeriod,
  type PeriodUnit as Unit,
} from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';
import type { MeasuredModel } from './measured-model.ts';
import type { ReadingModel } from './metric-reading.ts';
import type { SeriesModel } from './metric-series.ts';
import { type PeriodInput, periodFrom } from './period.ts';
import { readsRecognised, subjectUnder } from './subject-under.ts';

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
    readonly period?: typeof PeriodInput.$inferInput | null | undefined;
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

/** Which successive units a series is over. */
interface Succession {
  readonly period?: typeof PeriodInput.$inferInput | null | undefined;
  readonly granularity: Unit;
  readonly trailing: number;
}

/** What each point of a series is read over, oldest first. */
export function seriesPeriods(
  session: Session,
  metric: AnyMetric,
  { period, granularity, trailing }: Succession,
): readonly PeriodModel[] {
  if (trailing < 1 || trailing > 120) {
    throw new GatewayError('BAD_REQUEST', `Each point cannot look back over ${trailing} units. Give 1 to 120.`);
  }
  const fallback: PeriodSpec = { kind: 'last', count: 12, unit: granularity, includeCurrent: metric.balance };
  const whole = periodFrom(period, fallback, session);
  const units = splitPeriod(whole, granularity, session.today, session.workspace.fiscalYearStartsIn);
  return units.map((unit) => lookBack(unit, metric, trailing));
}

/** Reads one metric of a subject over successive units. */
export async function seriesOf(
  subject: MeasuredModel,
  question: { readonly metric: AnyMetric } & Succession & Narrowing,
): Promise<SeriesModel> {
  const { metric, granularity, policy } = question;
  const periods = seriesPeriods(subject.session, metric, question);
  const { session, question: asked } = await questionOf(subject, metric, question);
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
