import { GatewayError } from '../errors/gateway-error.ts';
import { limits } from '../limits.ts';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import { groupArguments, groupsOf, groupsWeigh, mostGroups, usualGroups } from './groups-of.ts';
import type { MeasuredModel } from './measured-model.ts';
import { MetricSeries, type SeriesModel } from './metric-series.ts';
import { overridePolicy } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';
import { seriesArguments } from './reading-arguments.ts';
import { seriesPeriods } from './reading-of.ts';
import { Segment } from './segment.ts';
import { seriesWeight } from './series-weight.ts';

interface GroupModel {
  readonly value: string;
  readonly accounts: number;
  readonly series: SeriesModel;
}

const SeriesGroup = builder.objectRef<GroupModel>('SeriesGroup').implement({
  access: 'OF_PARENT',
  description: 'A metric over time of the accounts that share a trait’s value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value; "" for accounts without the trait.' }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts have it, paying or not.' }),
    series: t.expose('series', { type: MetricSeries, description: 'The metric of these accounts.' }),
  }),
});

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectField(subject, 'breakdownSeries', (t) =>
    t.field({
      access: 'metrics:read',
      type: [SeriesGroup],
      description: `A metric over successive calendar units by the values of a trait, the group with most accounts first. Every account is in the same group at all points, so the groups’ terms add up to those of \`series\`; medians do not, their counts and totals do. At most ${mostGroups} groups, and ${limits.listed} points altogether.`,
      args: { ...groupArguments, ...seriesArguments },
      weight: (asked, extent) => ({ field: groupsWeigh * seriesWeight(asked, extent), multiplier: usualGroups }),
      resolve: async (model: MeasuredModel, { granularity, ...asked }): Promise<GroupModel[]> => {
        const { metric, session, groups } = await groupsOf(
          model,
          asked,
          (wanted) => seriesPeriods(model.session, wanted, { granularity, ...asked }),
          checkPoints,
        );
        return groups.map(({ value, accounts, readings }) => ({
          value,
          accounts,
          series: {
            metric,
            granularity,
            points: readings,
            policy: overridePolicy(session.policy, asked.policy),
            revision: session.ledger.revision,
            today: session.today,
          },
        }));
      },
    }),
  );
}

function checkPoints(groups: number, points: number): void {
  if (groups * points <= limits.listed) return;
  throw new GatewayError(
    'BAD_REQUEST',
    `${groups} groups of ${points} points are ${groups * points} points, and at most ${limits.listed} are answered. Ask for a shorter period or longer units, or filter by some of the values.`,
  );
}
