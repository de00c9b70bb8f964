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
import { Csm } from './csm.ts';
import type { MeasuredModel } from './measured-model.ts';
import { MetricKey } from './metric-definition.ts';
import { MetricReading, type ReadingModel } from './metric-reading.ts';
import { type PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, type PolicyInput } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';
import { compareArgument, periodArgument, policyArguments } from './reading-arguments.ts';
import { defaultPeriod, questionOf } from './reading-of.ts';
import { Segment } from './segment.ts';

/** The most groups that are answered; a trait with more values is an id, not a group. */
const mostGroups = 200;

/**
 * What the groups weigh before it is known how many there are: the most of them take as long as four readings of a
 * workspace in memory, and as ten that share a pass over a larger one. Each can be read again, for its change, and counts as
 * a tenth.
 */
const breakdownWeight = 100;

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

const breakdownArguments = builder.args((t) => ({
  key: t.field({ type: MetricKey, required: true, description: 'Which metric.' }),
  by: t.string({ required: true, description: 'Key of the trait, such as `plan`.' }),
  at: t.field({
    type: BreakdownMoment,
    required: true,
    defaultValue: 'NOW',
    description: 'Which value of the trait counts. Each account is in exactly one group, whichever it is.',
  }),
  ...periodArgument,
  ...policyArguments,
}));

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectFields(subject, (t) => ({
    breakdown: t.field({
      type: [BreakdownGroup],
      description: `A metric by the values of a trait, the group with most accounts first. Every account is in exactly one group, so the groups’ terms add up to the whole’s; medians do not, their counts and totals do. At most ${mostGroups} groups.`,
      args: { ...breakdownArguments, ...compareArgument },
      complexity: { field: breakdownWeight, multiplier: 20 },
      resolve: async (model: MeasuredModel, { compare, ...asked }): Promise<GroupModel[]> => {
        const { session, groups } = await groupsOf(model, asked);
        return groups.map(({ reading, ...group }) => ({
          ...group,
          reading: { session, reading, comparison: compare },
        }));
      },
    }),
    breakdownCsv: t.string({
      description: csvDescription('The groups of `breakdown`'),
      args: breakdownArguments,
      complexity: breakdownWeight,
      resolve: async (model: MeasuredModel, asked) => {
        const { groups } = await groupsOf(model, asked);
        return writeCsv(
          ['group', 'accountCount', ...readingKeys],
          groups.map(({ value, accounts, reading }) => [value, accounts, ...readingCells(reading)]),
        );
      },
    }),
  }));
}
