import { many } from './book.ts';
import type { Example } from './example.ts';

const profitWell = 'https://learn.profitwell.com/l/en/article/sxsipjlziy-saa-s-quick-ratio';

/** Quick ratio. */
export const quickRatios: readonly Example[] = [
  {
    source: profitWell,
    title: 'ProfitWell: $24k over $4k is 6',
    flows: { new: 20_000, expansion: 4_000, contraction: 1_000, churn: 3_000 },
    expected: { QUICK_RATIO: '6', NET_NEW_MRR: '20000.00' },
  },
  {
    source: profitWell,
    title: 'ProfitWell: $30k over $10k is 3',
    flows: { new: 25_000, expansion: 5_000, contraction: 2_000, churn: 8_000 },
    expected: { QUICK_RATIO: '3', NET_NEW_MRR: '20000.00' },
  },
  {
    source: profitWell,
    title: 'ProfitWell: $40k over $20k is 2',
    flows: { new: 30_000, expansion: 10_000, contraction: 5_000, churn: 15_000 },
    expected: { QUICK_RATIO: '2', NET_NEW_MRR: '20000.00' },
  },
  {
    source: 'https://pitchkit.net/resources/glossary/quick-ratio',
    title: 'Pitchkit: (20 + 8) ÷ (5 + 3) is 3.5',
    flows: { new: 20_000, expansion: 8_000, contraction: 3_000, churn: 5_000 },
    expected: { QUICK_RATIO: '3.5' },
  },
  {
    source: 'https://www.theprimecalculator.com/business/saas-quick-ratio-calculator/formula',
    title: 'Prime Calculator: 35k over 12k is 2.92',
    flows: { new: 25_000, expansion: 10_000, contraction: 4_000, churn: 8_000 },
    expected: { QUICK_RATIO: '2.92', NET_NEW_MRR: '23000.00' },
  },
  {
    source: 'https://super-calc.com/calculators/saas-quick-ratio-calculator',
    title: 'Super-calc: 95k and 28k over 18k and 7k is 4.92',
    flows: { new: 95_000, expansion: 28_000, contraction: 7_000, churn: 18_000 },
    expected: { QUICK_RATIO: '4.92', NET_NEW_MRR: '98000.00' },
  },
  {
    source: 'https://super-calc.com/calculators/saas-quick-ratio-calculator',
    title: 'Super-calc: 40k and 5k over 32k and 8k is 1.13',
    flows: { new: 40_000, expansion: 5_000, contraction: 8_000, churn: 32_000 },
    expected: { QUICK_RATIO: '1.13', NET_NEW_MRR: '5000.00' },
  },
  {
    source: 'https://formulacraft.in/how-to/calculate-quick-ratio-saas',
    title: 'FormulaCraft: January’s 6,200 over 1,200 is 5.1666666667',
    flows: { new: 5_000, expansion: 1_200, contraction: 400, churn: 800 },
    expected: { QUICK_RATIO: '5.1666666667' },
  },
  {
    source: 'https://bigdelta.com/library/metrics/growth-quick-ratio',
    title: 'Big Delta: $7,000 of gains, $1,000 of them returns, over $2,000',
    flows: { new: 4_000, expansion: 2_000, reactivation: 1_000, contraction: 500, churn: 1_500 },
    expected: { QUICK_RATIO: '3.0' },
    differs: {
      key: 'QUICK_RATIO',
      value: '3.5',
      why: 'Big Delta counts reactivation among the gains, and we do not. How the 7,000 divide is not published.',
    },
  },
  {
    source:
      'https://github.com/nmalinowski/Product-Manager-Skills/blob/HEAD/skills/saas-revenue-growth-metrics/examples/healthy-saas.md',
    title: 'Product Manager Skills: ProjectHub’s month, with 10 accounts won, 5 lost and 3 downgraded of 200',
    subscriptions: [
      ...many('won', 10, '2025-03-05', '-', '1000000'),
      ...many('lost', 5, '2024-01-01', '2025-03-20', '600000'),
      ...many('less', 3, '2024-01-01', '2025-03-12', '1000000'),
      'less-0 2025-03-12 - 666700',
      'less-1 2025-03-12 - 666700',
      'less-2 2025-03-12 - 666600',
      ...many('same', 191, '2024-01-01', '-', '1000000'),
      'more 2024-01-01 2025-03-10 3000000',
      'more 2025-03-10 - 11000000',
    ],
    expected: {
      MRR: '2140000.00',
      ARR: '25680000.00',
      NEW_MRR: '100000.00',
      EXPANSION_MRR: '80000.00',
      CONTRACTION_MRR: '10000.00',
      CHURNED_MRR: '30000.00',
      QUICK_RATIO: '4.5',
      NRR: '102%',
      EXPANSION_RATE: '4%',
      LOGO_CHURN: '2.5%',
      CUSTOMERS: '205',
      ARPA: '10439.02',
      GROSS_MRR_CHURN: '2.0%',
    },
    publishedWrong: {
      key: 'ARPA',
      value: '10700.00',
      why: 'MRR at the end over the 200 accounts of the start; at the end there are 205.',
    },
    differs: { key: 'GROSS_MRR_CHURN', value: '1.5%', why: 'Their “revenue churn” leaves contraction out.' },
  },
  {
    source:
      'https://github.com/nmalinowski/Product-Manager-Skills/blob/8eb5458afe81af683e7772697c72aa055b7de413/skills/saas-revenue-growth-metrics/SKILL.md',
    title: 'Product Manager Skills: 500k + 50k + 20k − 5k − 15k are 550k, $6.6M a year and a ratio of 3.5',
    flows: { start: 500_000, new: 50_000, expansion: 20_000, contraction: 5_000, churn: 15_000 },
    expected: { MRR: '550000.00', ARR: '6600000.00', QUICK_RATIO: '3.5' },
  },
];

/** Average revenue per account. */
export const averages: readonly Example[] = [
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/203359301',
    title: 'ChartMogul: $1, $1, $3, $5 and $5 are $3 an account',
    subscriptions: [
      'a 2024-01-01 - 100',
      'b 2024-01-01 - 100',
      'c 2024-01-01 - 300',
      'd 2024-01-01 - 500',
      'e 2024-01-01 - 500',
    ],
    expected: { ARPA: '3.00', MRR: '15.00', CUSTOMERS: '5' },
  },
  {
    source: 'https://chartmogul.com/saas-metrics/arpa',
    title: 'ChartMogul: $1,500 of five customers are $300, two subscriptions of one customer counted as one',
    subscriptions: [
      'a 2024-01-01 - 10000',
      'b 2024-01-01 - 10000',
      'c 2024-01-01 - 10000',
      'c 2024-02-01 - 20000',
      'd 2024-01-01 - 50000',
      'e 2024-01-01 - 50000',
    ],
    expected: { ARPA: '300.00', CUSTOMERS: '5' },
  },
  {
    source: 'https://metrichq.org/saas/average-revenue-per-account',
    title: 'MetricHQ: $100,000 of 1,000 accounts are $100',
    subscriptions: many('one', 1_000, '2024-01-01', '-', '10000'),
    expected: { ARPA: '100.00', MRR: '100000.00' },
  },
  {
    source: 'https://bigdelta.com/library/metrics/arpa',
    title: 'Big Delta: $20,000 of a hundred accounts are $200',
    subscriptions: [...many('small', 50, '2024-01-01', '-', '10000'), ...many('large', 50, '2024-01-01', '-', '30000')],
    expected: { ARPA: '200.00', MRR: '20000.00' },
  },
];
