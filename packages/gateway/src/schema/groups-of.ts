import {
  type AnyMetric,
  type BreakdownGroup,
  breakdownDay,
  type MetricKey as Key,
  type BreakdownMoment as Moment,
  type Period,
  traitValueReport,
} from '@plimsoll/metrics';
import { requireVisibleTrait } from '../access/visible-trait.ts';
import { readableMetric } from '../auth/readable-metric.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import type { Session } from '../session.ts';
import { builder } from './builder.ts';
import type { MeasuredModel } from './measured-model.ts';
import { MetricKey } from './metric-definition.ts';
import { overridePolicy, type PolicyInput } from './policy-input.ts';
import { policyArguments } from './reading-arguments.ts';
import { questionOf } from './reading-of.ts';

/** The most groups that are answered; a trait with more values is an id, not a group. */
export const mostGroups = 200;

/**
 * As how many readings, or series, of the whole the groups count before it is known how many there are: the most of them
 * take as long as four of a workspace in memory, and as ten that share a pass over a larger one.
 */
export const groupsWeigh = 10;

/** How many groups are counted for what is asked of each. */
export const usualGroups = 20;

const BreakdownMoment = builder.enumType('BreakdownMoment', {
  description: 'By which of its values an account belongs to a group of a breakdown.',
  values: {
    NOW: { description: 'What the trait is now.' },
    PERIOD_START: { description: 'What it was on the first day of the period.' },
    PERIOD_END: { description: 'What it was on the last day of the period, or today in one that goes on.' },
  } as const,
});

/** Which metric is broken down, and by what. */
export const groupArguments = builder.args((t) => ({
  key: t.field({ type: MetricKey, required: true, description: 'Which metric.' }),
  by: t.string({ required: true, description: 'Key of the trait, such as `plan`.' }),
  at: t.field({
    type: BreakdownMoment,
    required: true,
    defaultValue: 'NOW',
    description: 'Which value of the trait counts. Each account is in exactly one group, whichever it is.',
  }),
  ...policyArguments,
}));

interface Asked {
  readonly key: Key;
  readonly by: string;
  readonly at: Moment;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
  readonly feature?: string | null | undefined;
}

/** Groups of a breakdown, with the session that they are seen in. */
export interface Groups {
  readonly metric: AnyMetric;
  readonly session: Session;
  readonly groups: readonly BreakdownGroup[];
}

/**
 * Works a breakdown out.
 *
 * @param periodsOf the periods that the metric is read over, oldest first
 * @param check throws where so many groups of so many points are too many
 */
export async function groupsOf(
  subject: MeasuredModel,
  { key, by, at, policy, feature }: Asked,
  periodsOf: (metric: AnyMetric) => readonly Period[],
  check: (groups: number, points: number) => void = () => undefined,
): Promise<Groups> {
  const metric = readableMetric(subject.session.viewer, key);
  requireVisibleTrait(subject.session, by);
  const periods = periodsOf(metric);
  const day = breakdownDay(at, periods, subject.session.today);
  const { reader, ledger, policy: own } = subject.session;
  // Of these accounts alone: how many values others have is not for every viewer.
  const values = await reader.work(traitValueReport(by, day), { ledger, selection: subject.selection, policy: own });
  if (values.length > mostGroups) {
    throw new GatewayError(
      'BAD_REQUEST',
      `The trait "${by}" has ${values.length} values and a breakdown at most ${mostGroups}. Filter by some of them instead.`,
    );
  }
  check(values.length, periods.length);
  const asked = { policy: overridePolicy(subject.session.policy, policy), feature };
  const { session, question } = await questionOf(subject, metric, asked);
  return { metric, session, groups: await session.reader.breakdown(metric, question, by, periods, session.today, at) };
}
