import { many } from './book.ts';
import type { Example } from './example.ts';

const raisekit = 'https://github.com/kerem-kaynak/raisekit-backend/blob/HEAD/tests/calculateMetrics.test.js';
const abracalc = 'https://abracalc.com/calculator/customer-lifetime-value-calculator';

/**
 * A year in which as many customers pay on every day: `lost` of them make way for as many in December, so that the churn
 * of that month and the margin of the year are the published ones. In whole dollars; costs are of the year.
 */
function steady(book: {
  readonly customers: number;
  readonly lost: number;
  readonly arpa: number;
  /** Percent of revenue that is left after the cost to serve. */
  readonly margin: number;
  readonly cac?: number;
}): Pick<Example, 'period' | 'policy' | 'subscriptions' | 'costs'> {
  const { customers, lost, arpa, margin, cac = 0 } = book;
  const price = `${100 * arpa}`;
  return {
    period: { kind: 'year', year: 2025 },
    policy: { ltvChurnMonths: 1 },
    subscriptions: [
      ...many('stays', customers - lost, '2024-01-01', '-', price),
      ...many('leaves', lost, '2024-01-01', '2025-12-10', price),
      ...many('comes', lost, '2025-12-10', '-', price),
    ],
    costs: [
      `- success 2025-01-01 2026-01-01 ${customers * arpa * 12 * (100 - margin)}`,
      `- acquisition 2025-01-01 2026-01-01 ${100 * lost * cac}`,
    ],
  };
}

/** What customers are worth, what winning, keeping and carrying them costs. */
export const economics: readonly Example[] = [
  {
    source: 'https://mhq-gatsby.pages.dev/difference/ltv-to-cac-vs-magic-number/',
    title: 'MetricHQ: $500 at 75 % margin and 2.5 % churn are $15,000, 2.5 times a CAC of $6,000',
    ...steady({ customers: 40, lost: 1, arpa: 500, margin: 75, cac: 6_000 }),
    expected: { LTV: '15000.00', CAC: '6000.00', LTV_TO_CAC: '2.5', CAC_PAYBACK: '16' },
  },
  {
    source: 'https://mhq-gatsby.pages.dev/difference/ltv-to-cac-vs-magic-number/',
    title: 'MetricHQ: the same of one month, with the costs of that month',
    ...steady({ customers: 40, lost: 1, arpa: 500, margin: 75 }),
    period: { kind: 'month', month: '2025-12' },
    costs: ['- success 2025-12-01 2026-01-01 500000', '- acquisition 2025-12-01 2026-01-01 600000'],
    expected: { LTV: '15000.00', LTV_TO_CAC: '2.5', CAC_PAYBACK: '16', COST_TO_CARRY: '25%' },
  },
  {
    source: 'https://saascalchub.com/guides/ltv-cac-ratio-the-most-important-saas-metric',
    title: 'SaaSCalcHub: $200 at 80 % margin and 2 % churn are $8,000, eight times a CAC of $1,000',
    ...steady({ customers: 50, lost: 1, arpa: 200, margin: 80, cac: 1_000 }),
    expected: { LTV: '8000.00', LTV_TO_CAC: '8' },
  },
  {
    source: `${abracalc}/100-arpa-80-margin-5-churn/`,
    title: 'AbraCalc: $100 at 80 % margin and 5 % churn are $1,600',
    ...steady({ customers: 20, lost: 1, arpa: 100, margin: 80 }),
    expected: { LTV: '1600.00', COST_TO_CARRY: '20%' },
  },
  {
    source: `${abracalc}/200-arpa-85-margin-3-churn/`,
    title: 'AbraCalc: $200 at 85 % margin and 3 % churn are about $5,667',
    ...steady({ customers: 100, lost: 3, arpa: 200, margin: 85 }),
    expected: { LTV: '5666.67' },
  },
  {
    source: `${abracalc}/2000-arpa-60-margin-05-churn/`,
    title: 'AbraCalc: $2,000 at 60 % margin and 0.5 % churn are $240,000, over sixteen years and eight months',
    ...steady({ customers: 200, lost: 1, arpa: 2_000, margin: 60 }),
    policy: { ltvChurnMonths: 1, ltvCapMonths: null },
    expected: { LTV: '240000.00' },
  },
  {
    source: 'https://meritra.co/blog/ltv-cac',
    title: 'Meritra: honest operators cap the lifetime at 60 months, here of AbraCalc’s $240,000',
    ...steady({ customers: 200, lost: 1, arpa: 2_000, margin: 60 }),
    expected: { LTV: '72000.00' },
  },
  {
    source:
      'https://www.insivia.com/quoter/customers-lifetime-value-ltv-average-revenue-per-user-arpu-monthly-churn-rate/',
    title: 'Insivia: LTV is ARPU over monthly churn, without the margin; with AbraCalc’s $100 and 5 %',
    ...steady({ customers: 20, lost: 1, arpa: 100, margin: 80 }),
    policy: { ltvChurnMonths: 1, ltvMethod: 'arpaOverChurn' },
    expected: { LTV: '2000.00' },
  },
  {
    source: 'https://gist.github.com/thijsc/477c76d1fea80a888a439c4f1f295284',
    title: 'thijsc: $10,000 of 200 customers at 80 % margin and 8 % churn, and 30 won for $6,000',
    period: { kind: 'year', year: 2025 },
    policy: { ltvChurnMonths: 1 },
    subscriptions: [
      ...many('stays', 170, '2024-01-01', '-', '5000'),
      ...many('early', 14, '2025-01-01', '-', '5000'),
      ...many('made-way', 14, '2024-01-01', '2025-01-01', '5000'),
      ...many('leaves', 16, '2024-01-01', '2025-12-10', '5000'),
      ...many('comes', 16, '2025-12-10', '-', '5000'),
    ],
    costs: ['- support 2025-01-01 2026-01-01 2400000', '- acquisition 2025-01-01 2026-01-01 600000'],
    expected: { CAC: '200.00', ARPA: '50.00', LTV: '500.00', CAC_PAYBACK: '5' },
    differs: {
      key: 'LTV',
      value: '920.00',
      why: 'A lifetime until a tenth is left, 28 months of which most customers do not stay, less the CAC.',
    },
  },
  {
    source: 'https://www.callculator.cc/callculator946_pre_seed_payback_calculator/',
    title: 'Callculator: a CAC of $600 at $120 and 80 % margin is back after 6.25 months',
    ...steady({ customers: 20, lost: 1, arpa: 120, margin: 80, cac: 600 }),
    expected: { CAC_PAYBACK: '6.25' },
  },
  {
    source: 'https://scoutmytool.com/calc/business-finance/cac-payback-period',
    title: 'ScoutMyTool: a CAC of $200 at $50 and 75 % margin is back after 5.33 months',
    ...steady({ customers: 20, lost: 1, arpa: 50, margin: 75, cac: 200 }),
    expected: { CAC_PAYBACK: '5.33' },
  },
  {
    source: 'https://www.hivemetric.com/resources/hivecademy/cac-payback-and-recovery-period/',
    title: 'Hivemetric: payback without the margin, of the same $200 and $50',
    ...steady({ customers: 20, lost: 1, arpa: 50, margin: 75, cac: 200 }),
    policy: { ltvMethod: 'arpaOverChurn' },
    expected: { CAC_PAYBACK: '4' },
  },
  {
    source: raisekit,
    title: 'raisekit tests: $100 of spend and $50 of payroll in January, when two are won',
    period: { kind: 'month', month: '2022-01' },
    subscriptions: ['kakco 2022-01-01 - 4000', 'raisekit 2022-01-01 - 2000'],
    costs: ['- acquisition 2022-01-01 2022-02-01 15000'],
    expected: { CAC: '75.00' },
    publishedWrong: { key: 'CAC', value: '150.00', why: 'All that was spent, rather than for each customer won.' },
  },
  {
    source: raisekit,
    title: 'raisekit tests: $150 and $75 in February, when nobody is won',
    period: { kind: 'month', month: '2022-02' },
    subscriptions: ['kakco 2022-01-01 - 4000', 'raisekit 2022-01-01 - 2000'],
    costs: ['- acquisition 2022-02-01 2022-03-01 22500'],
    expected: { CAC: null },
    publishedWrong: { key: 'CAC', value: '225.00', why: 'As above; without customers there is no cost of one.' },
  },
  {
    source: 'https://kpiexamples.operately.com/finance/customer-retention-cost',
    title: 'Operately: $10,000 for 500 customers kept are $20',
    subscriptions: many('kept', 500, '2024-01-01', '-', '1000'),
    costs: ['- retention 2025-03-01 2025-04-01 1000000'],
    expected: { CRC: '20.00' },
  },
  {
    source: 'https://okrify.com/customer-retention-cost/',
    title: 'Okrify: $50,000 for 1,000 customers kept over a year are $50',
    period: { kind: 'year', year: 2025 },
    subscriptions: many('kept', 1_000, '2024-01-01', '-', '1000'),
    costs: ['- retention 2025-01-01 2026-01-01 5000000'],
    expected: { CRC: '50.00' },
  },
  {
    source: 'https://court323.com/?p=915',
    title: 'Court323: $48 a month to serve a customer who brings $120 are 0.4',
    period: { kind: 'year', year: 2025 },
    subscriptions: ['one 2024-01-01 - 12000'],
    costs: ['one support 2025-01-01 2026-01-01 57600'],
    expected: { COST_TO_CARRY: '40%' },
    publishedWrong: {
      key: 'COST_TO_CARRY',
      value: '250%',
      why: 'The line is printed as 120 ÷ 48, which would be 2.5; the result printed beside it is right.',
    },
  },
  {
    source: 'https://court323.com/?p=915',
    title: 'Court323: the same customer in February alone, with $48 of cost booked in that month',
    period: { kind: 'month', month: '2025-02' },
    subscriptions: ['one 2024-01-01 - 12000'],
    costs: ['one support 2025-02-01 2025-03-01 4800'],
    expected: { COST_TO_CARRY: '40%' },
  },
  {
    source: 'https://commune.us/customer-success/arr-per-csm-industry-bench-mark-and-how-to-improve-it/',
    title: 'Commune: ARR by the number of CSMs, without those who are not ramped up yet',
    subscriptions: ['a 2024-01-01 - 100000000/year', 'b 2024-01-01 - 50000000/year', 'c 2024-01-01 - 50000000/year'],
    csms: ['ann 1 2024-06-01 a', 'bob 0.5 2024-06-01 b', 'cy 1 2025-06-01 c'],
    expected: { ARR_PER_CSM: '1333333.33', 'ARR_PER_CSM.CSM_FTE': '1.5' },
    differs: {
      key: 'ARR_PER_CSM',
      value: '1000000.00',
      why: 'Heads without the new one: ours counts Bob, who works half time, as half. Numbers are ours.',
    },
  },
];
