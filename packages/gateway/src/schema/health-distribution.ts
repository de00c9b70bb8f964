import {
  type Day,
  type HealthDistribution as DistributionModel,
  type HealthFlow as FlowModel,
  type HealthGroup as GroupModel,
  healthDistributionReport,
} from '@plimsoll/metrics';
import { scanWeight } from '../cost/extent.ts';
import { csvDescription, writeCsv } from '../csv/write-csv.ts';
import { builder } from './builder.ts';
import { Csm } from './csm.ts';
import { HealthBand } from './health-band.ts';
import type { MeasuredModel } from './measured-model.ts';
import { Money } from './money.ts';
import { Period, PeriodInput, periodFrom } from './period.ts';
import { Portfolio } from './portfolio.ts';
import { Segment } from './segment.ts';

const HealthGroup = builder.objectRef<GroupModel>('HealthGroup').implement({
  access: 'OF_PARENT',
  description:
    'The accounts in one health band, or without a score. `before` + `won` + `movedIn` − `movedOut` − `lost` are its customers.',
  fields: (t) => ({
    band: t.expose('band', {
      type: HealthBand,
      nullable: true,
      description: 'The band; null for the accounts without a score.',
    }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts, paying or not.' }),
    customers: t.exposeInt('customers', { description: 'How many of them pay.' }),
    customerShare: t.exposeFloat('customerShare', {
      nullable: true,
      description: 'Its part of all customers, 0 to 1; null without any.',
    }),
    money: t.expose('money', { type: Money, description: 'MRR; the groups add up to the whole’s to the minor unit.' }),
    moneyShare: t.exposeFloat('moneyShare', {
      nullable: true,
      description: 'Its part of all MRR, 0 to 1; null without any.',
    }),
    before: t.exposeInt('before', { description: 'Its customers on the earlier day.' }),
    won: t.exposeInt('won', { description: 'Customers in it now who were none on the earlier day.' }),
    lost: t.exposeInt('lost', { description: 'Customers in it on the earlier day who are none now.' }),
    movedIn: t.exposeInt('movedIn', { description: 'Customers on both days who came from another group.' }),
    movedOut: t.exposeInt('movedOut', { description: 'Customers on both days who went to another group.' }),
  }),
});

const HealthFlow = builder.objectRef<FlowModel>('HealthFlow').implement({
  access: 'OF_PARENT',
  description: 'Customers who were in one group on the earlier day and are in another.',
  fields: (t) => ({
    from: t.expose('from', { type: HealthBand, nullable: true, description: 'From where; null: without a score.' }),
    to: t.expose('to', { type: HealthBand, nullable: true, description: 'To where; null: without a score.' }),
    customers: t.exposeInt('customers', { description: 'How many.' }),
    money: t.expose('money', { type: Money, description: 'The MRR they pay now.' }),
  }),
});

const counted = ['accounts', 'customers', 'before', 'won', 'lost', 'movedIn', 'movedOut'] as const;

function groupsCsv(groups: readonly GroupModel[]): string {
  return writeCsv(
    ['band', 'label', 'accountCount', ...counted.slice(1), 'customerShare', 'amount', 'currency', 'moneyShare'],
    groups.map((group) => [
      group.band?.key ?? null,
      group.band?.label ?? null,
      ...counted.map((key) => group[key]),
      group.customerShare,
      group.money,
      group.money.currency,
      group.moneyShare,
    ]),
  );
}

/** A distribution with what tells of it. */
export interface HealthDistributionModel extends DistributionModel {
  readonly today: Day;
  readonly revision: string;
}

/** Accounts over the bands of health. */
export const HealthDistribution = builder.objectRef<HealthDistributionModel>('HealthDistribution').implement({
  access: 'OF_PARENT',
  description: 'How accounts are spread over the bands of health on a day, against an earlier one.',
  fields: (t) => ({
    period: t.field({
      type: Period,
      description: 'The period between the two days.',
      resolve: ({ period, today }) => ({ ...period, today }),
    }),
    on: t.expose('on', { type: 'Date', description: 'The day: the last of the period that is not ahead.' }),
    comparedOn: t.expose('comparedOn', {
      type: 'Date',
      description: 'The earlier day: the one before the period’s first.',
    }),
    accountCount: t.exposeInt('accounts', { description: 'How many accounts there are, paying or not.' }),
    customers: t.exposeInt('customers', { description: 'How many of them pay.' }),
    money: t.expose('money', { type: Money, description: 'Their MRR.' }),
    groups: t.expose('groups', {
      type: [HealthGroup],
      description: 'Every band, lowest first, and at last the accounts without a score. They add up to the whole.',
    }),
    flows: t.expose('flows', { type: [HealthFlow], description: 'Between which groups customers moved.' }),
    csv: t.string({
      description: csvDescription('The groups'),
      weight: (_args, extent) => 20 + 2 * scanWeight(extent),
      resolve: ({ groups }) => groupsCsv(groups),
    }),
    revision: t.exposeString('revision', { description: 'The data revision it was computed from.' }),
  }),
});

const args = {
  type: HealthDistribution,
  description: 'How the accounts are spread over the bands of health, and who moved between them.',
  weight: 20,
} as const;
const periodArgument =
  'Its last day is looked at, and compared with the day before its first; the last 30 days with today when left out.';

async function distributionOf(
  { session, selection }: MeasuredModel,
  named: typeof PeriodInput.$inferInput | null | undefined,
): Promise<HealthDistributionModel> {
  const { reader, ledger, policy, today } = session;
  const period = periodFrom(named, { kind: 'last', count: 30, unit: 'DAY', includeCurrent: true }, session);
  const found = await reader.work(healthDistributionReport(period, today), { ledger, selection, policy });
  return { ...found, today, revision: ledger.revision };
}

for (const subject of [Portfolio, Segment, Csm] as const) {
  builder.objectField(subject, 'healthDistribution', (t) =>
    t.field({
      access: 'metrics:read',
      ...args,
      args: { period: t.arg({ type: PeriodInput, description: periodArgument }) },
      resolve: (model: MeasuredModel, { period }) => distributionOf(model, period),
    }),
  );
}
