import {
  type Comparison as ComparisonModel,
  type ContributorOrder,
  type Contributors,
  changeBetween,
  changeFromTarget,
  comparedPeriod,
  contributorReport,
  type Exclusion as ExclusionModel,
  type MetricKey,
  type Reading,
  windowOf,
} from '@plimsoll/metrics';
import type { MetricTarget as TargetModel } from '@plimsoll/store';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { MetricChange } from './metric-change.ts';
import { MetricDefinition, UndefinedReason } from './metric-definition.ts';
import { MetricFactor } from './metric-factor.ts';
import { MetricStatus, MetricTarget, statusOf } from './metric-target.ts';
import { MetricTerm } from './metric-term.ts';
import { Money } from './money.ts';
import { Period } from './period.ts';
import { Policy } from './policy.ts';
import { readingWeight } from './reading-weight.ts';

/** A reading with what it is compared with. */
export interface ReadingModel {
  readonly session: Session;
  readonly reading: Reading;
  readonly comparison: ComparisonModel;
}

/** Fewer answers than this and a score is marked as a small sample. */
const smallSample = 30;

/** What a reading is compared with. */
export const Comparison = builder.enumType('Comparison', {
  description: 'What a reading is compared with. A flow over an unfinished period is compared with as many days.',
  values: {
    PREVIOUS_PERIOD: { description: 'The period of the same length just before.' },
    PREVIOUS_YEAR: {
      description: 'The same dates a year before; whole weeks 52 weeks before. 28 February stands for a 29th.',
    },
    TARGET: {
      description: 'What the workspace aims for: `change` is the value less `target`, and `previous` is null.',
    },
    NONE: { description: 'Nothing.' },
  } as const,
});

const Exclusion = builder.objectRef<ExclusionModel>('Exclusion').implement({
  access: 'OF_PARENT',
  description: 'Something a number leaves out on purpose.',
  fields: (t) => ({
    reason: t.exposeString('reason', { description: 'A key for it.' }),
    explanation: t.exposeString('explanation', { description: 'What is left out and why.' }),
    count: t.exposeInt('count', { description: 'How many accounts or answers.' }),
  }),
});

/** A number that can say how it came about. */
export const MetricReading = builder.objectRef<ReadingModel>('MetricReading');

MetricReading.implement({
  access: 'OF_PARENT',
  description: 'A metric’s number over a period, with all it takes to explain it.',
  fields: (t) => ({
    definition: t.field({
      type: MetricDefinition,
      description: 'What the metric means.',
      resolve: ({ reading }) => reading.metric,
    }),
    period: t.field({
      type: Period,
      description: 'The period it was read over.',
      resolve: ({ reading }) => ({ ...reading.period, today: reading.today }),
    }),
    value: t.float({
      nullable: true,
      description: 'The number; null with a `reason` where there is none.',
      resolve: ({ reading }) => reading.value,
    }),
    money: t.field({
      type: Money,
      nullable: true,
      description: 'The number exactly, where it is money.',
      resolve: ({ reading }) => reading.money,
    }),
    reason: t.field({
      type: UndefinedReason,
      nullable: true,
      description: 'Why there is no number.',
      resolve: ({ reading }) => reading.reason,
    }),
    numerator: t.float({
      nullable: true,
      description: 'Above the line; of a median the sum of the single values.',
      resolve: ({ reading }) => reading.numerator,
    }),
    denominator: t.float({
      nullable: true,
      description:
        'Below the line; null for sums, which have none. Of a median how many single values there are: the quotient is then their mean, not `value`.',
      resolve: ({ reading }) => reading.denominator,
    }),
    terms: t.field({
      type: [MetricTerm],
      description: 'The parts of the formula with their numbers; of a median its statistics and the counts beside it.',
      resolve: ({ reading }) => reading.terms,
    }),
    factors: t.field({
      type: [MetricFactor],
      description:
        'What the numerator over the denominator is then multiplied and divided by, in order; empty for most metrics.',
      resolve: ({ reading }) => reading.factors,
    }),
    previous: t.field({
      type: MetricReading,
      nullable: true,
      description: 'The reading it is compared with; null where it is compared with none.',
      weight: (_args, extent) => readingWeight(extent),
      resolve: previousOf,
    }),
    change: t.field({
      type: MetricChange,
      nullable: true,
      description:
        'The difference from `previous`, or from `target` where that is compared with; null where either has no number, or where there is no target.',
      weight: (_args, extent) => readingWeight(extent),
      resolve: async (model) => {
        if (model.comparison === 'TARGET') {
          const target = targetOf(model.session, model.reading);
          return target === undefined ? null : changeFromTarget(target.value, model.reading);
        }
        const previous = await previousOf(model);
        return previous === null ? null : changeBetween(previous.reading, model.reading);
      },
    }),
    target: t.field({
      type: MetricTarget,
      nullable: true,
      description: 'What the workspace aims for.',
      resolve: ({ session, reading }) => targetOf(session, reading) ?? null,
    }),
    status: t.field({
      type: MetricStatus,
      nullable: true,
      description: 'How the number stands against the target; null without either.',
      resolve: ({ session, reading }) => statusOf(reading.value, reading.metric.better, targetOf(session, reading)),
    }),
    sampleSize: t.int({
      nullable: true,
      description: 'How many answers a score rests on.',
      resolve: ({ reading }) => reading.sample?.size ?? null,
    }),
    marginOfError: t.float({
      nullable: true,
      description: 'Half the width of the 95 % interval, in the metric’s unit.',
      resolve: ({ reading }) => reading.sample?.marginOfError ?? null,
    }),
    lowSample: t.boolean({
      description: `Whether a score rests on fewer than ${smallSample} answers.`,
      resolve: ({ reading }) => reading.sample !== null && reading.sample.size < smallSample,
    }),
    accountCount: t.int({
      description: 'How many accounts have a part in the number.',
      weight: (_args, extent) => readingWeight(extent),
      resolve: async (model) => (await contributorsTo(model, 'NAME_ASC', 0)).count,
    }),
    coverage: t.float({
      description: '0 to 1: how much of what could be known was known.',
      resolve: ({ reading }) => reading.coverage,
    }),
    excluded: t.field({
      type: [Exclusion],
      description: 'What the number leaves out, and why.',
      resolve: ({ reading }) => reading.excluded,
    }),
    policy: t.field({
      type: Policy,
      description: 'The policy it was computed under.',
      resolve: ({ reading }) => reading.question.policy,
    }),
    revision: t.string({
      description: 'The data revision it was computed from.',
      resolve: ({ reading }) => reading.question.ledger.revision,
    }),
    asOf: t.field({ type: 'DateTime', description: 'When it was computed.', resolve: ({ session }) => session.now }),
  }),
});

function targetOf({ workspace }: Session, { metric }: Reading): TargetModel | undefined {
  // The catalogue hands out metrics under their own keys only.
  return workspace.targets[metric.key as MetricKey];
}

async function previousOf({ session, reading, comparison }: ReadingModel): Promise<ReadingModel | null> {
  const { metric, question, today } = reading;
  const period = comparedPeriod(metric, reading.period, comparison, today);
  if (period === null) return null;
  const [previous] = await session.reader.readEach(metric, question, [period], today);
  return previous === undefined ? null : { session, reading: previous, comparison: 'NONE' };
}

/** The accounts behind a reading: how many there are, and the first `most` of them. */
export async function contributorsTo(
  { session: { reader }, reading }: ReadingModel,
  order: ContributorOrder,
  most: number,
): Promise<Contributors> {
  const { metric, question, period, today } = reading;
  const [facts] = await reader.gather(metric.source, question, [windowOf(period, today)]);
  return reader.work(contributorReport(reading, facts, order, most), question);
}
