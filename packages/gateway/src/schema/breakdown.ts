import { breakdown, type Reading } from '@plimsoll/metrics';
import { readableMetric } from '../auth/readable-metric.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';
import { defaultPeriod, featureArgument, questionOf } from './measured.ts';
import { MetricKey } from './metric-definition.ts';
import { Comparison, MetricReading, type ReadingModel } from './metric-reading.ts';
import { PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';

/** The most groups that are answered; a trait with more values is an id, not a group. */
const mostGroups = 200;

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

builder.objectField(Portfolio, 'breakdown', (t) =>
  t.field({
    type: [BreakdownGroup],
    description: `A metric by the values of a trait, the group with most accounts first. Every account is in exactly one group, so the groups’ terms add up to the whole’s; medians do not, their counts and totals do. At most ${mostGroups} groups.`,
    args: {
      key: t.arg({ type: MetricKey, required: true, description: 'Which metric.' }),
      by: t.arg.string({ required: true, description: 'Key of the trait, such as `plan`.' }),
      period: t.arg({
        type: PeriodInput,
        description:
          'Over what; the metric’s usual period when left out: the last twelve complete months, for balances the current month, for the use of the product and for support the last complete month.',
      }),
      compare: t.arg({
        type: Comparison,
        required: true,
        defaultValue: 'PREVIOUS_PERIOD',
        description: 'Each reading compared with what.',
      }),
      policy: t.arg({ type: PolicyInput, description: 'Policy switches to override.' }),
      feature: t.arg.string({ description: featureArgument }),
    },
    complexity: { field: 50, multiplier: 20 },
    resolve: async (subject, { key, by, period: named, compare, policy, feature }): Promise<GroupModel[]> => {
      const metric = readableMetric(subject.session.viewer, key);
      const values = subject.session.ledger.accounts.traits.get(by)?.values.length ?? 0;
      if (values > mostGroups) {
        throw new GatewayError(
          'BAD_REQUEST',
          `The trait "${by}" has ${values} values and a breakdown at most ${mostGroups}. Filter by some of them instead.`,
        );
      }
      const period = periodFrom(named, defaultPeriod(metric), subject.session);
      const asked = { policy: overridePolicy(subject.session.policy, policy), feature };
      const { session, question } = await questionOf(subject, metric, asked);
      const model = (reading: Reading): ReadingModel => ({ session, reading, comparison: compare });
      return breakdown(metric, question, by, period, session.today).map(({ value, accounts, reading }) => ({
        value,
        accounts,
        reading: model(reading),
      }));
    },
  }),
);
