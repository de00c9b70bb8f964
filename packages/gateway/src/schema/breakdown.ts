import {
  breakdownDay,
  type BreakdownGroup as GroupOfMetric,
  type MetricKey as Key,
  type BreakdownMoment as Moment,
  traitValueReport,
} from '@plimsoll/metrics';
import { readableMetric } from '../auth/readable-metric.ts';
import { readingCells, readingKeys } from '../csv/reading-cells.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import { defaultPeriod, featureArgument, type MeasuredModel, questionOf } from './measured.ts';
import { MetricKey } from './metric-definition.ts';
import { Comparison, MetricReading, type ReadingModel } from './metric-reading.ts';
import { PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';

/** The most groups that are answered; a trait with more values is an id, not a group. */
const mostGroups = 200;

/** What the groups weigh before it is known how many there are: 200 take as long as twenty readings or thirty. */
const breakdownWeight = 300;

interface GroupModel {
  readonly value: string;
  readonly accounts: number;
  readonly reading: ReadingModel;
}

const BreakdownGroup = builder.objectRef<GroupModel>('BreakdownGroup').implement({
  description: 'A metric of the accounts that share a trait’s value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value; "" for accounts without the trait.' }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts have it, paying or not.' }),
    reading: t.expose('reading', { type: MetricReading, description: 'The metric of these accounts.' }),
  }),
});

const BreakdownMoment = builder.enumType('BreakdownMoment', {
  description: 'By which of its values an account belongs to a group of a breakdown.',
  values: {
    NOW: { description: 'What the trait is now.' },
    PERIOD_START: { description: 'What it was on the first day of the period.' },
    PERIOD_END: { description: 'What it was on the last day of the period, or today in one that goes on.' },
  } as const,
});

interface Asked {
  readonly key: Key;
  readonly by: string;
  readonly at: Moment;
  readonly period?: typeof PeriodInput.$inferInput | null | undefined;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
  readonly feature?: string | null | undefined;
}

/** Works a breakdown out, with the session that it is seen in. */
async function groupsOf(
  subject: MeasuredModel,
  { key, by, at, period: named, policy, feature }: Asked,
): Promise<{ readonly session: Session; readonly groups: readonly GroupOfMetric[] }> {
  const metric = readableMetric(subject.session.viewer, key);
  const period = periodFrom(named, defaultPeriod(metric), subject.session);
  const day = breakdownDay(at, period, subject.session.today);
  const { reader, ledger, policy: own } = subject.session;
  // Of these accounts alone: how many values others have is not for every viewer.
  const values = await reader.work(traitValueReport(by, day), { ledger, selection: subject.selection, policy: own });
  if (values.length > mostGroups) {
    throw new GatewayError(
      'BAD_REQUEST',
      `The trait "${by}" has ${values.length} values and a breakdown at most ${mostGroups}. Filter by some of them instead.`,
    );
  }
  const asked = { policy: overridePolicy(subject.session.policy, policy), feature };
  const { session, question } = await questionOf(subject, metric, asked);
  return { session, groups: await session.reader.breakdown(metric, question, by, period, session.today, at) };
}

const described = {
  key: 'Which metric.',
  by: 'Key of the trait, such as `plan`.',
  at: 'Which value of the trait counts. Each account is in exactly one group, whichever it is.',
  period:
    'Over what; the metric’s usual period when left out: the last twelve complete months, for balances the current month, for the use of the product and for support the last complete month.',
  policy: 'Policy switches to override.',
} as const;

builder.objectFields(Portfolio, (t) => ({
  breakdown: t.field({
    type: [BreakdownGroup],
    description: `A metric by the values of a trait, the group with most accounts first. Every account is in exactly one group, so the groups’ terms add up to the whole’s; medians do not, their counts and totals do. At most ${mostGroups} groups.`,
    args: {
      key: t.arg({ type: MetricKey, required: true, description: described.key }),
      by: t.arg.string({ required: true, description: described.by }),
      at: t.arg({ type: BreakdownMoment, required: true, defaultValue: 'NOW', description: described.at }),
      period: t.arg({ type: PeriodInput, description: described.period }),
      compare: t.arg({
        type: Comparison,
        required: true,
        defaultValue: 'PREVIOUS_PERIOD',
        description: 'Each reading compared with what.',
      }),
      policy: t.arg({ type: PolicyInput, description: described.policy }),
      feature: t.arg.string({ description: featureArgument }),
    },
    complexity: { field: breakdownWeight, multiplier: 20 },
    resolve: async (subject, { compare, ...asked }): Promise<GroupModel[]> => {
      const { session, groups } = await groupsOf(subject, asked);
      return groups.map(({ reading, ...group }) => ({ ...group, reading: { session, reading, comparison: compare } }));
    },
  }),
  breakdownCsv: t.string({
    description: csvDescription('The groups of `breakdown`'),
    args: {
      key: t.arg({ type: MetricKey, required: true, description: described.key }),
      by: t.arg.string({ required: true, description: described.by }),
      at: t.arg({ type: BreakdownMoment, required: true, defaultValue: 'NOW', description: described.at }),
      period: t.arg({ type: PeriodInput, description: described.period }),
      policy: t.arg({ type: PolicyInput, description: described.policy }),
      feature: t.arg.string({ description: featureArgument }),
    },
    complexity: breakdownWeight,
    resolve: async (subject, asked) => {
      const { groups } = await groupsOf(subject, asked);
      return writeCsv(
        ['group', 'accountCount', ...readingKeys],
        groups.map(({ value, accounts, reading }) => [value, accounts, ...readingCells(reading)]),
      );
    },
  }),
}));
