import type { Reading } from '@plimsoll/metrics';
import { readingCells, readingKeys } from '../csv/reading-cells.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import { type Groups, groupArguments, groupsOf, groupsWeigh, mostGroups, usualGroups } from './groups-of.ts';
import type { MeasuredModel } from './measured-model.ts';
import { MetricReading, type ReadingModel } from './metric-reading.ts';
import { periodFrom } from './period.ts';
import { Portfolio } from './portfolio.ts';
import { compareArgument, periodArgument } from './reading-arguments.ts';
import { defaultPeriod } from './reading-of.ts';
import { readingWeight } from './reading-weight.ts';
import { Segment } from './segment.ts';

interface GroupModel {
  readonly value: string;
  readonly accounts: number;
  readonly reading: ReadingModel;
}

const BreakdownGroup = builder.objectRef<GroupModel>('BreakdownGroup').implement({
  access: 'OF_PARENT',
  description: 'A metric of the accounts that share a trait’s value.',
  fields: (t) => ({
    value: t.exposeString('value', { description: 'The value; "" for accounts without the trait.' }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts have it, paying or not.' }),
    reading: t.expose('reading', { type: MetricReading, description: 'The metric of these accounts.' }),
  }),
});

const breakdownArguments = builder.args(() => ({ ...groupArguments, ...periodArgument }));

type Asked = Parameters<typeof groupsOf>[1] & { readonly period?: Parameters<typeof periodFrom>[0] };

interface GroupReading {
  readonly value: string;
  readonly accounts: number;
  readonly reading: Reading;
}

async function readingsOf(
  subject: MeasuredModel,
  asked: Asked,
): Promise<Pick<Groups, 'session'> & { readonly groups: readonly GroupReading[] }> {
  const { session, groups } = await groupsOf(subject, asked, (metric) => [
    periodFrom(asked.period, defaultPeriod(metric), subject.session),
  ]);
  return {
    session,
    groups: groups.flatMap(({ readings, ...group }) => readings.map((reading) => ({ ...group, reading }))),
  };
}

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectFields(subject, (t) => ({
    breakdown: t.field({
      access: 'metrics:read',
      type: [BreakdownGroup],
      description: `A metric by the values of a trait, the group with most accounts first. Every account is in exactly one group, so the groups’ terms add up to the whole’s; medians do not, their counts and totals do. At most ${mostGroups} groups.`,
      args: { ...breakdownArguments, ...compareArgument },
      // Each can be read again, for its change.
      weight: (_args, extent) => ({ field: groupsWeigh * readingWeight(extent), multiplier: usualGroups }),
      resolve: async (model: MeasuredModel, { compare, ...asked }): Promise<GroupModel[]> => {
        const { session, groups } = await readingsOf(model, asked);
        return groups.map(({ reading, ...group }) => ({
          ...group,
          reading: { session, reading, comparison: compare },
        }));
      },
    }),
    breakdownCsv: t.string({
      access: 'metrics:read',
      description: csvDescription('The groups of `breakdown`'),
      args: breakdownArguments,
      weight: (_args, extent) => groupsWeigh * readingWeight(extent),
      resolve: async (model: MeasuredModel, asked) => {
        const { groups } = await readingsOf(model, asked);
        return writeCsv(
          ['group', 'accountCount', ...readingKeys],
          groups.map(({ value, accounts, reading }) => [value, accounts, ...readingCells(reading)]),
        );
      },
    }),
  }));
}
