import { day } from '../testing/worked-ledger.ts';
import { many } from './book.ts';
import type { Example } from './example.ts';

const chartMogulStory = 'https://help.chartmogul.com/hc/en-us/articles/201244842';
const syncalytics = [
  'syncalytics 2024-01-10 2025-01-10 50000/year*4',
  'syncalytics 2024-01-14 2024-01-28 3000*2',
  'syncalytics 2025-02-03 - 5000*3',
] as const;

const raisekit = 'https://github.com/kerem-kaynak/raisekit-backend/blob/HEAD/tests/calculateMetrics.test.js';
const raisekitBook = [
  'kakco 2022-01-01 2022-02-01 4000',
  'kakco 2022-02-01 2022-03-01 7500',
  'raisekit 2022-01-01 2022-02-01 2000',
  'raisekit 2022-02-01 2022-03-01 8000',
  'raisekit 2022-03-01 - 12000',
] as const;

/** What moved MRR, named movement by movement. */
export const movements: readonly Example[] = [
  {
    source: chartMogulStory,
    title: 'ChartMogul: four yearly plans are new, two monthly ones expansion, giving those up contraction',
    period: { kind: 'month', month: '2024-01' },
    subscriptions: syncalytics,
    expected: {
      NEW_MRR: '166.67',
      EXPANSION_MRR: '60.00',
      CONTRACTION_MRR: '60.00',
      CHURNED_MRR: '0.00',
      MRR: '166.67',
    },
  },
  {
    source: chartMogulStory,
    title: 'ChartMogul: the year runs out, and only then it is churn',
    period: { kind: 'month', month: '2025-01' },
    subscriptions: syncalytics,
    expected: { CHURNED_MRR: '166.67', CONTRACTION_MRR: '0.00', MRR: '0.00', CUSTOMERS: '0' },
  },
  {
    source: chartMogulStory,
    title: 'ChartMogul: coming back with three monthly plans is reactivation, not new',
    period: { kind: 'month', month: '2025-02' },
    subscriptions: syncalytics,
    expected: { REACTIVATION_MRR: '150.00', NEW_MRR: '0.00', MRR: '150.00' },
  },
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/203299812',
    title: 'ChartMogul: five at $5 are $25, two more at $30 make $85',
    subscriptions: [...many('old', 5, '2024-01-01', '-', '500'), ...many('new', 2, '2025-03-10', '-', '3000')],
    expected: { MRR: '85.00', NEW_MRR: '60.00', NET_NEW_MRR: '60.00', CUSTOMERS: '7' },
  },
  {
    source: 'https://paddle.com/help/profitwell-metrics/measure/subscription-retention/churn',
    title: 'ProfitWell: Sarah cancels on 8 June, and until the 15th her $10 count',
    period: { kind: 'range', start: day('2025-06-01'), end: day('2025-06-15') },
    subscriptions: ['sarah 2025-04-15 2025-06-15 1000'],
    expected: { CHURNED_MRR: '0.00', MRR: '10.00' },
  },
  {
    source: 'https://paddle.com/help/profitwell-metrics/measure/subscription-retention/churn',
    title: 'ProfitWell: on 15 June Sarah’s $10 churn',
    period: { kind: 'month', month: '2025-06' },
    subscriptions: ['sarah 2025-04-15 2025-06-15 1000'],
    expected: { CHURNED_MRR: '10.00', MRR: '0.00' },
  },
  {
    source: raisekit,
    title: 'Raisekit tests: 40 and 20 become 75 and 80 in February',
    period: { kind: 'month', month: '2022-02' },
    subscriptions: raisekitBook,
    expected: { MRR: '155.00', ARR: '1860.00', NEW_MRR: '0.00', EXPANSION_MRR: '95.00', CONTRACTION_MRR: '0.00' },
  },
  {
    source: raisekit,
    title: 'Raisekit tests: 75 leave and 80 become 120 in March',
    period: { kind: 'month', month: '2022-03' },
    subscriptions: raisekitBook,
    expected: { MRR: '120.00', ARR: '1440.00', CHURNED_MRR: '75.00', EXPANSION_MRR: '40.00', NEW_MRR: '0.00' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: of three subscriptions of one customer one doubles, one ends and one begins',
    subscriptions: [
      'cus_1 2024-01-01 2025-03-15 1000',
      'cus_1 2025-03-15 - 1000*2',
      'cus_1 2024-01-01 2025-03-15 1000',
      'cus_1 2025-03-15 - 1000',
    ],
    expected: { MRR: '30.00', EXPANSION_MRR: '10.00', CHURNED_MRR: '0.00', NEW_MRR: '0.00', NET_NEW_MRR: '10.00' },
    publishedWrong: {
      key: 'CHURNED_MRR',
      value: '10.00',
      why: 'Subscriptions are counted as customers: all three are cus_1, who never left and only added.',
    },
  },
  {
    source: 'https://profithub.cloud/es/blog/how-to-calculate-mrr',
    title: 'Profithub: $11,955, five add $20 and three at $79 leave, −$137',
    subscriptions: [
      ...many('stays', 112, '2024-01-01', '-', '7900'),
      ...many('adds', 5, '2024-01-01', '2025-03-08', '7900'),
      ...many('adds', 5, '2025-03-08', '-', '9900'),
      ...many('leaves', 3, '2024-01-01', '2025-03-20', '7900'),
      ...many('yearly', 30, '2024-01-01', '-', '99000/year'),
    ],
    expected: { EXPANSION_MRR: '100.00', CHURNED_MRR: '237.00', NET_NEW_MRR: '-137.00', MRR: '11818.00' },
  },
  {
    source: 'https://metrickittools.com/glossary/net-new-mrr',
    title: 'MetricKit: 40k + 15k − 5k − 10k are 40k net new',
    flows: { new: 40_000, expansion: 15_000, contraction: 5_000, churn: 10_000 },
    expected: { NET_NEW_MRR: '40000.00' },
  },
  {
    source: 'https://metrickittools.com/saas-metrics/net-new-mrr-calculator',
    title: 'MetricKit: 12k + 8k − 3k − 5k are 12k net new',
    flows: { new: 12_000, expansion: 8_000, contraction: 3_000, churn: 5_000 },
    expected: { NET_NEW_MRR: '12000.00' },
  },
  {
    source: 'https://metrickittools.com/saas-metrics/mrr-waterfall-calculator',
    title: 'MetricKit: from 200k by 12k + 8k − 3k − 5k to 212k',
    flows: { start: 200_000, new: 12_000, expansion: 8_000, contraction: 3_000, churn: 5_000 },
    expected: { MRR: '212000.00' },
  },
  {
    source: 'https://dnoise.online/en/metrics/formulas/net-new-mrr-formula',
    title: 'dnoise: 20k + 5k − 4k − 8k are 13k net new',
    flows: { new: 20_000, expansion: 5_000, contraction: 4_000, churn: 8_000 },
    expected: { NET_NEW_MRR: '13000.00' },
  },
  {
    source: 'https://scalable.gitbook.io/scalable-analytics/metricas/como-utilizar/mrr/downgrades-mrr',
    title: 'Scalable: three downgrades of R$ 200 each are R$ 600',
    subscriptions: [...many('a', 3, '2024-01-01', '2025-03-10', '50000'), ...many('a', 3, '2025-03-10', '-', '30000')],
    expected: { CONTRACTION_MRR: '600.00', CHURNED_MRR: '0.00' },
  },
  {
    source:
      'https://support.chargebee.com/support/solutions/articles/264186-how-churn-is-calculated-in-the-chargebee-revenue-story',
    title: 'Chargebee: from $100 to $70 is $30 of contraction and no customer churn',
    subscriptions: ['one 2024-01-01 2025-03-10 10000', 'one 2025-03-10 - 7000'],
    expected: { CONTRACTION_MRR: '30.00', LOGO_CHURN: '0%', CHURNED_MRR: '0.00' },
  },
  {
    source: 'https://www.chargebee.com/docs/2.0/charts.html',
    title: 'Chargebee: 15 at $10 leave of their own will and 10 against it',
    subscriptions: [
      ...many('stays', 75, '2024-01-01', '-', '1000'),
      ...many('gone', 25, '2024-01-01', '2025-03-20', '1000'),
    ],
    expected: { CHURNED_MRR: '250.00' },
    differs: {
      key: 'CHURNED_MRR',
      value: '150.00',
      why: 'Only voluntary churn; the ledger does not hold why a subscription ended.',
    },
  },
  {
    source: 'https://www.chargebee.com/resources/glossaries/what-is-reactivation-mrr',
    title: 'Chargebee: $50, $100 and $200 that come back are $350',
    subscriptions: [5_000, 10_000, 20_000].flatMap((price) => [
      `back-${price} 2024-01-01 2024-11-01 ${price}` as const,
      `back-${price} 2025-03-10 - ${price}` as const,
    ]),
    expected: { REACTIVATION_MRR: '350.00', NEW_MRR: '0.00' },
  },
  {
    source: 'https://www.klipfolio.com/metrics/saas/reactivation-mrr',
    title: 'Klipfolio: two at $100 cancelled last month and are back, $200',
    subscriptions: [...many('a', 2, '2024-01-01', '2025-02-10', '10000'), ...many('a', 2, '2025-03-10', '-', '10000')],
    expected: { REACTIVATION_MRR: '200.00', NET_NEW_MRR: '200.00' },
  },
  {
    source: 'https://upzelo.com/glossary/reactivation-mrr',
    title: 'Upzelo: who left on 20 June is back with $100 on 10 August; who paused never left',
    period: { kind: 'month', month: '2025-08' },
    subscriptions: ['x 2024-01-01 2025-06-20 10000', 'x 2025-08-10 - 10000', 'y 2024-01-01 - 20000'],
    expected: { REACTIVATION_MRR: '100.00', MRR: '300.00' },
  },
  {
    source: 'https://upzelo.com/glossary/reactivation-mrr',
    title: 'Upzelo: in September the $100 are no reactivation any more',
    period: { kind: 'month', month: '2025-09' },
    subscriptions: ['x 2024-01-01 2025-06-20 10000', 'x 2025-08-10 - 10000', 'y 2024-01-01 - 20000'],
    expected: { REACTIVATION_MRR: '0.00', MRR: '300.00' },
  },
];
