import { many } from './book.ts';
import type { Example } from './example.ts';

const chargebeeGrr = 'https://chargebee.com/docs/2.0/recurring-revenue.html';

/** Net revenue retention. */
export const netRetention: readonly Example[] = [
  {
    source: 'https://churnzero.net/churnopedia/net-revenue-retention/',
    title: 'ChurnZero: $27,000, upsells to $35,000 and $5,000 lost are 111 %',
    flows: { start: 27_000, expansion: 8_000, churn: 5_000 },
    expected: { NRR: '111%' },
  },
  {
    source: 'https://theprimecalculator.com/business/net-revenue-retention-calculator/formula',
    title: 'Prime Calculator: 100k + 15k − 5k − 8k are 102 %',
    flows: { start: 100_000, expansion: 15_000, contraction: 5_000, churn: 8_000 },
    expected: { NRR: '102%', NET_NEW_MRR: '2000.00' },
  },
  {
    source: 'https://www.calcsimpler.com/calculators/net-dollar-retention',
    title: 'Calcsimpler: 100k + 15k − 5k − 3k are 107 %',
    flows: { start: 100_000, expansion: 15_000, contraction: 5_000, churn: 3_000 },
    expected: { NRR: '107%' },
  },
  {
    source: 'https://www.calcsimpler.com/calculators/net-dollar-retention',
    title: 'Calcsimpler: 50k + 2k − 4k − 6k are 84 %',
    flows: { start: 50_000, expansion: 2_000, contraction: 4_000, churn: 6_000 },
    expected: { NRR: '84%' },
  },
  {
    source: 'https://pitchkit.net/learn/glossary/ndr',
    title: 'Pitchkit: 100k + 15k − 3k − 5k are 107 %',
    flows: { start: 100_000, expansion: 15_000, contraction: 3_000, churn: 5_000 },
    expected: { NRR: '107%' },
  },
  {
    source: 'https://www.usedaymark.io/metrics/net-revenue-retention',
    title: 'Daymark: customers A to D, one up, one down, one gone, are 69.6 %',
    subscriptions: [
      'a 2024-01-01 2025-03-05 50000',
      'a 2025-03-05 - 65000',
      'b 2024-01-01 2025-03-06 120000',
      'b 2025-03-06 - 100000',
      'c 2024-01-01 2025-03-07 80000',
      'd 2024-01-01 - 30000',
    ],
    expected: {
      NRR: '69.6%',
      EXPANSION_MRR: '150.00',
      CONTRACTION_MRR: '200.00',
      CHURNED_MRR: '800.00',
      MRR: '1950.00',
    },
  },
  {
    source:
      'https://github.com/nmalinowski/Product-Manager-Skills/blob/8eb5458afe81af683e7772697c72aa055b7de413/skills/saas-revenue-growth-metrics/SKILL.md',
    title: 'Product Manager Skills: $5M + 800k − 100k − 300k are 108 %',
    flows: { start: 5_000_000, expansion: 800_000, contraction: 100_000, churn: 300_000 },
    expected: { NRR: '108%' },
  },
  {
    source:
      'https://github.com/Cap-go/capgo/blob/04645ae9d14f5e5955f98827a6f8e5b8662d1997/tests/logsnag-insights-revenue.unit.test.ts',
    title: 'Capgo tests: 100 + 10 − 5 − 15 are 90 %',
    flows: { start: 100, expansion: 10, contraction: 5, churn: 15 },
    expected: { NRR: '90%' },
  },
  {
    source:
      'https://github.com/Cap-go/capgo/blob/04645ae9d14f5e5955f98827a6f8e5b8662d1997/tests/logsnag-insights-revenue.unit.test.ts',
    title: 'Capgo tests: nothing at the start',
    subscriptions: ['comes 2025-03-03 2025-03-20 1200'],
    expected: { NRR: null, CHURNED_MRR: '12.00' },
    publishedWrong: {
      key: 'NRR',
      value: '100%',
      why: 'Without opening MRR there is nothing to retain: no number, rather than a good one.',
    },
  },
  {
    source: 'https://share.snipd.com/snip/779af52a-2ffc-4a13-82ab-8842c8a36129',
    title: 'Snipd: ten customers brought $100,000, and after cancellations and upsells $110,000',
    period: { kind: 'month', month: '2025-12' },
    policy: { nrrMethod: 'trailing12Cohort' },
    subscriptions: [
      ...many('stays', 5, '2024-01-01', '-', '1000000'),
      ...many('leaves', 2, '2024-01-01', '2025-05-01', '1000000'),
      ...many('grows', 3, '2024-01-01', '2025-08-01', '1000000'),
      ...many('grows', 3, '2025-08-01', '-', '2000000'),
      'later 2025-06-01 - 5000000',
    ],
    expected: { NRR: '110%' },
  },
  {
    source: 'https://support.chargebee.com/support/solutions/articles/251214-what-is-mrr-retention-cohort-',
    title: 'Chargebee: $1,000 less $100 of churn and with $200 of upgrades are 110 %',
    flows: { start: 1_000, expansion: 200, churn: 100 },
    expected: { NRR: '110%', GRR: '90%' },
  },
  {
    source: 'https://changelog.baremetrics.com/new-metric-net-revenue-retention-2BOJIA',
    title: 'Baremetrics: 100 % − (churned − expansion) ÷ start, which leaves contraction out',
    flows: { start: 1_000, expansion: 50, contraction: 100, churn: 100 },
    expected: { NRR: '85%' },
    differs: {
      key: 'NRR',
      value: '95%',
      why: 'Who pays less has not been retained in full; unless their churned MRR holds downgrades, which they do not say. Numbers are ours.',
    },
  },
  {
    source: 'https://virtuaresearch.com/insights/?p=47',
    title: 'Confluent’s filing: the customers of 12 months before, whatever they did between, over what they paid then',
    period: { kind: 'month', month: '2025-12' },
    policy: { nrrMethod: 'trailing12Cohort' },
    subscriptions: [
      'grows 2024-06-01 2025-02-01 40000',
      'grows 2025-02-01 - 50000',
      // Left and came back between: the filing only looks at both ends.
      'returns 2024-06-01 2025-03-01 30000',
      'returns 2025-09-01 - 30000',
      'leaves 2024-06-01 2025-05-01 20000',
      // Left before the twelve months began, so that it is none of those customers.
      'before 2024-01-01 2024-11-01 10000',
      'before 2025-10-01 - 10000',
      'new 2025-06-01 - 90000',
    ],
    expected: { NRR: '88.9%' },
  },
];

/** Gross revenue retention. */
export const grossRetention: readonly Example[] = [
  {
    source: 'https://www.klipfolio.com/metrics/difference/grr-vs-nrr/',
    title: 'Klipfolio: of 100 at $2,000 one cancels, two give up $500 each and one adds $4,000',
    subscriptions: [
      ...many('stays', 96, '2024-01-01', '-', '200000'),
      ...many('less', 2, '2024-01-01', '2025-03-10', '200000'),
      ...many('less', 2, '2025-03-10', '-', '150000'),
      'more 2024-01-01 2025-03-10 200000',
      'more 2025-03-10 - 600000',
      'gone 2024-01-01 2025-03-20 200000',
    ],
    expected: { GRR: '98.5%', NRR: '100.5%', LOGO_RETENTION: '99%' },
  },
  {
    source: 'https://maximcalculator.com/calculators/gross-revenue-retention-grr.html',
    title: 'Maxim Calculator: 50k − 2k − 3k are 90 %',
    flows: { start: 50_000, contraction: 2_000, churn: 3_000 },
    expected: { GRR: '90%' },
  },
  {
    source: 'https://theprimecalculator.com/business/gross-retention-rate-calculator/formula',
    title: 'Prime Calculator: 200k − 4k − 8k are 94 %',
    flows: { start: 200_000, contraction: 4_000, churn: 8_000 },
    expected: { GRR: '94%' },
  },
  {
    source: 'https://metrickittools.com/saas-metrics/grr-calculator',
    title: 'MetricKit: 100k − 5k − 8k are 87 %',
    flows: { start: 100_000, contraction: 5_000, churn: 8_000 },
    expected: { GRR: '87%' },
  },
  {
    source: 'https://coefficient.io/calculate/gross-revenue-retention',
    title: 'Coefficient: 100k − 5k, and 10k of expansion',
    flows: { start: 100_000, expansion: 10_000, churn: 5_000 },
    expected: { GRR: '95%', NRR: '105%' },
    publishedWrong: {
      key: 'GRR',
      value: '105%',
      why: 'Expansion is added to gross retention, which can never pass 100 %: 105 % is the NRR.',
    },
  },
  {
    source: chargebeeGrr,
    title: 'Chargebee: $5,000 grow to $6,000 and nobody leaves',
    flows: { start: 5_000, expansion: 1_000 },
    expected: { GRR: '100%', NRR: '120%' },
    publishedWrong: { key: 'GRR', value: '1%', why: '5,000 ÷ 5,000 is printed as 1 %; it is 1, which is 100 %.' },
  },
  {
    source: chargebeeGrr,
    title: 'Chargebee’s totals, where $2,000 of expansion cover $1,000 of churn',
    flows: { start: 5_000, expansion: 2_000, churn: 1_000 },
    expected: { GRR: '80%', NRR: '120%' },
    publishedWrong: {
      key: 'GRR',
      value: '100%',
      why: 'Minimum(total at the start, total at the end) caps the sum, so that growth hides a loss; the cap is per account. How the totals divide is ours.',
    },
  },
];

/** Expansion over opening MRR. */
export const expansionRates: readonly Example[] = [
  {
    source: 'https://upzelo.com/glossary/expansion-mrr',
    title: 'Upzelo: the same customers from $5,000 to $6,000 are 20 %',
    flows: { start: 5_000, expansion: 1_000 },
    expected: { EXPANSION_RATE: '20%' },
  },
  {
    source: 'https://support.chargebee.com/support/solutions/articles/251266-how-is-expansion-mrr-calculated-',
    title: 'Chargebee: upgrades from $2,000 to $3,000 are 50 %',
    flows: { start: 2_000, expansion: 1_000 },
    expected: { EXPANSION_RATE: '50%', EXPANSION_MRR: '1000.00' },
  },
];
