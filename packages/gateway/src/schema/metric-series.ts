import {
  type AnyMetric,
  type Day,
  formatDay,
  mostPoints,
  type Policy as PolicyModel,
  type Reading,
  type PeriodUnit as Unit,
} from '@plimsoll/metrics';
import { readingCells, readingKeys } from '../csv/reading-cells.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { builder } from './builder.ts';
import { MetricDefinition, UndefinedReason } from './metric-definition.ts';
import { Money } from './money.ts';
import { Period, PeriodUnit } from './period.ts';
import { Policy } from './policy.ts';

/** A metric over successive periods. */
export interface SeriesModel {
  readonly metric: AnyMetric;
  readonly granularity: Unit;
  readonly points: readonly Reading[];
  readonly policy: PolicyModel;
  readonly revision: string;
  readonly today: Day;
}

const SeriesPoint = builder.objectRef<Reading>('SeriesPoint').implement({
  access: 'OF_PARENT',
  description: 'One point of a series.',
  fields: (t) => ({
    period: t.field({
      type: Period,
      description: 'What it was read over.',
      resolve: ({ period, today }) => ({ ...period, today }),
    }),
    value: t.exposeFloat('value', {
      nullable: true,
      description: 'The number; null with a `reason` where there is none.',
    }),
    money: t.expose('money', { type: Money, nullable: true, description: 'The number exactly, where it is money.' }),
    reason: t.expose('reason', { type: UndefinedReason, nullable: true, description: 'Why there is no number.' }),
    numerator: t.exposeFloat('numerator', { nullable: true, description: 'Above the line, as in a reading.' }),
    denominator: t.exposeFloat('denominator', { nullable: true, description: 'Below the line, as in a reading.' }),
    sampleSize: t.int({
      nullable: true,
      description: 'How many answers a score rests on.',
      resolve: ({ sample }) => sample?.size ?? null,
    }),
    marginOfError: t.float({
      nullable: true,
      description: 'Half the width of the 95 % interval.',
      resolve: ({ sample }) => sample?.marginOfError ?? null,
    }),
  }),
});

function pointsCsv(points: readonly Reading[]): string {
  return writeCsv(
    ['start', 'end', 'open', ...readingKeys, 'sampleSize', 'marginOfError'],
    points.map((point) => [
      formatDay(point.period.start),
      formatDay(point.period.end),
      point.period.open,
      ...readingCells(point),
      point.sample?.size ?? null,
      point.sample?.marginOfError ?? null,
    ]),
  );
}

/** A metric over successive periods. */
export const MetricSeries = builder.objectRef<SeriesModel>('MetricSeries').implement({
  access: 'OF_PARENT',
  description: `A metric over successive calendar units, oldest first, at most ${mostPoints} of them.`,
  fields: (t) => ({
    definition: t.expose('metric', { type: MetricDefinition, description: 'What the metric means.' }),
    granularity: t.expose('granularity', { type: PeriodUnit, description: 'The unit between two points.' }),
    points: t.expose('points', { type: [SeriesPoint], description: 'The points, oldest first.' }),
    csv: t.string({
      description: csvDescription('The points'),
      weight: 20,
      resolve: ({ points }) => pointsCsv(points),
    }),
    policy: t.expose('policy', { type: Policy, description: 'The policy they were computed under.' }),
    revision: t.exposeString('revision', { description: 'The data revision they were computed from.' }),
  }),
});
