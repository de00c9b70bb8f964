import {
  type CohortCell as CellModel,
  type Cohort as CohortModel,
  cohortReport,
  type Day,
  formatDay,
  maxCohortAges,
  maxCohorts,
} from '@plimsoll/metrics';
import { type Extent, scanWeight } from '../cost/extent.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import type { MeasuredModel } from './measured-model.ts';
import { Money } from './money.ts';
import { Period, PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';
import { Segment } from './segment.ts';
import { unitsIn } from './series-weight.ts';
import { subjectUnder } from './subject-under.ts';

const CohortCell = builder.objectRef<CellModel>('CohortCell').implement({
  access: 'OF_PARENT',
  description: 'A cohort at the end of one month.',
  fields: (t) => ({
    age: t.exposeInt('age', { description: 'Whole months since the month of the first payment, from 0.' }),
    customers: t.exposeInt('customers', { description: 'How many of it pay.' }),
    money: t.expose('money', { type: Money, description: 'Their MRR.' }),
    customersKept: t.exposeFloat('customersKept', {
      nullable: true,
      description: 'Customers over those at age 0; null where nobody was left at the end of the first month.',
    }),
    revenueKept: t.exposeFloat('revenueKept', {
      nullable: true,
      description: 'MRR over that at age 0; null without any.',
    }),
    open: t.exposeBoolean('open', { description: 'Whether the month has not ended, so that it can still change.' }),
  }),
});

const Cohort = builder.objectRef<CohortModel & { readonly today: Day }>('Cohort').implement({
  access: 'OF_PARENT',
  description: 'The accounts that first paid in one month.',
  fields: (t) => ({
    month: t.field({
      type: Period,
      description: 'The month of the first payment.',
      resolve: ({ month, today }) => ({ ...month, today }),
    }),
    size: t.exposeInt('size', {
      description: 'How many accounts first paid in the month, those that left within it too.',
    }),
    cells: t.expose('cells', {
      type: [CohortCell],
      description: `Month by month from age 0 up to the current month, at most ${maxCohortAges}.`,
      weight: (_args, { months }) => ({ field: 1, multiplier: Math.min(maxCohortAges, months) }),
    }),
  }),
});

/** Cells of a table that one unit of weight works out. */
const cellsPerUnit = 10;

interface Asked {
  readonly period?: typeof PeriodInput.$inferInput | null | undefined;
  readonly policy?: typeof PolicyInput.$inferInput | null | undefined;
}

/** Works a table of cohorts out, with the day that it is of. */
async function cohortsOf(
  subject: MeasuredModel,
  asked: Asked,
): Promise<{ readonly today: Day; readonly table: readonly CohortModel[] }> {
  const policy = overridePolicy(subject.session.policy, asked.policy);
  const { session, selection, ledger } = await subjectUnder(subject, policy);
  const period = periodFrom(asked.period, { kind: 'last', count: 12, unit: 'MONTH', includeCurrent: true }, session);
  const { reader, today } = session;
  return { today, table: await reader.work(cohortReport(period, today), { ledger, selection, policy }) };
}

/** Months of first payment that a period names, before it is resolved. */
function cohortsIn(period: Asked['period']): number {
  return Math.min(maxCohorts, Math.max(1, Math.ceil(unitsIn(period, 'MONTH', 12))));
}

/** What a table of cohorts weighs: a pass over the movements, and its cells. */
function cohortsWeight(period: Asked['period'], extent: Extent): number {
  const cells = cohortsIn(period) * Math.min(maxCohortAges, extent.months);
  return 20 + scanWeight(extent) + Math.ceil(cells / cellsPerUnit);
}

const periodArgument = 'Which months of first payment; the last twelve with the current one when left out.';
const policyArgument = 'Policy switches to override: those that say what counts as recurring revenue matter here.';

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectFields(subject, (t) => ({
    cohorts: t.field({
      access: 'metrics:read',
      type: [Cohort],
      description: `Cohorts by the month of the first payment, the oldest first, at most ${maxCohorts} months of the period. Months before the first payment of any of these accounts are left out. Who came back counts again.`,
      args: {
        period: t.arg({ type: PeriodInput, description: periodArgument }),
        policy: t.arg({ type: PolicyInput, description: policyArgument }),
      },
      weight: ({ period }, extent) => ({ field: cohortsWeight(period, extent), multiplier: cohortsIn(period) }),
      resolve: async (model: MeasuredModel, asked) => {
        const { today, table } = await cohortsOf(model, asked);
        return table.map((cohort) => ({ ...cohort, today }));
      },
    }),
    cohortsCsv: t.string({
      access: 'metrics:read',
      description: csvDescription('The cells of `cohorts`, one a line,'),
      args: {
        period: t.arg({ type: PeriodInput, description: periodArgument }),
        policy: t.arg({ type: PolicyInput, description: policyArgument }),
      },
      weight: ({ period }, extent) => cohortsWeight(period, extent),
      resolve: async (model: MeasuredModel, asked) =>
        writeCsv(
          ['month', 'size', 'age', 'customers', 'amount', 'currency', 'customersKept', 'revenueKept', 'open'],
          (await cohortsOf(model, asked)).table.flatMap(({ month, size, cells }) =>
            cells.map(({ age, customers, money, customersKept, revenueKept, open }) => [
              formatDay(month.start).slice(0, 7),
              size,
              age,
              customers,
              money,
              money.currency,
              customersKept,
              revenueKept,
              open,
            ]),
          ),
        ),
    }),
  }));
}
