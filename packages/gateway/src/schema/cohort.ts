import {
  type CohortCell as CellModel,
  type Cohort as CohortModel,
  cohortReport,
  type Day,
  formatDay,
} from '@plimsoll/metrics';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { GatewayError } from '../errors/gateway-error.ts';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import type { MeasuredModel } from './measured-model.ts';
import { Money } from './money.ts';
import { Period, PeriodInput, periodFrom } from './period.ts';
import { overridePolicy, PolicyInput } from './policy-input.ts';
import { Portfolio } from './portfolio.ts';
import { Segment } from './segment.ts';
import { subjectUnder } from './subject-under.ts';

/** The most months of first payment in one table. */
const mostCohorts = 60;

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
    cells: t.expose('cells', { type: [CohortCell], description: 'Month by month from age 0 up to the current month.' }),
  }),
});

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
  if (period.end - period.start > mostCohorts * 31) {
    throw new GatewayError('BAD_REQUEST', `A table of cohorts has at most ${mostCohorts} months. Ask for fewer.`);
  }
  const { reader, today } = session;
  return { today, table: await reader.work(cohortReport(period, today), { ledger, selection, policy }) };
}

const periodArgument = 'Which months of first payment; the last twelve with the current one when left out.';
const policyArgument = 'Policy switches to override: those that say what counts as recurring revenue matter here.';

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectFields(subject, (t) => ({
    cohorts: t.field({
      access: 'metrics:read',
      type: [Cohort],
      description: `Cohorts by the month of the first payment, the oldest first, at most ${mostCohorts}. Who came back counts again.`,
      args: {
        period: t.arg({ type: PeriodInput, description: periodArgument }),
        policy: t.arg({ type: PolicyInput, description: policyArgument }),
      },
      complexity: { field: 50, multiplier: 24 },
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
      complexity: 100,
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
