import { day } from '../testing/worked-ledger.ts';
import { logos } from './book.ts';
import type { Example } from './example.ts';

const butter = 'https://recurly.com/blog/better-way-to-calculate-your-churn-rate/';
const butterOfTheMonth = logos({ start: 1_000, lost: 50, won: 500, wonAndLost: 12 });

/** Revenue lost, gross and net. */
export const revenueChurn: readonly Example[] = [
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/203359341-Metric-MRR-Churn-Rate',
    title: 'ChartMogul: of $100, $10 churn, $10 contraction and $10 expansion: 20 % gross and 10 % net',
    flows: { start: 100, expansion: 10, contraction: 10, churn: 10 },
    expected: { GROSS_MRR_CHURN: '20%', NET_MRR_CHURN: '10%' },
  },
  {
    source: 'https://help.chartmogul.com/hc/en-us/articles/203359341-Metric-MRR-Churn-Rate',
    title: 'ChartMogul: $100 in the morning and $95 at night are 5 % that day',
    period: { kind: 'range', start: day('2025-03-03'), end: day('2025-03-04') },
    subscriptions: ['one 2024-01-01 2025-03-03 10000', 'one 2025-03-03 - 9500'],
    expected: { GROSS_MRR_CHURN: '5%' },
  },
  {
    source: 'https://www.klipfolio.com/metrics/saas/net-mrr-churn-rate',
    title: 'Klipfolio: $7,000 of expansion and $10,000 of cancellations on $50,000 are 6.0 %',
    flows: { start: 50_000, expansion: 7_000, churn: 10_000 },
    expected: { NET_MRR_CHURN: '6.0%' },
  },
  {
    source: 'https://www.klipfolio.com/metrics/saas/net-mrr-churn-rate',
    title: 'Klipfolio: $12,000 of expansion and $7,000 of cancellations on $100,000 are −5.0 %',
    flows: { start: 100_000, expansion: 12_000, churn: 7_000 },
    expected: { NET_MRR_CHURN: '-5.0%' },
    publishedWrong: {
      key: 'NET_MRR_CHURN',
      value: '5.0%',
      why: 'The line is printed as (12,000 − 7,000) ÷ 100,000, which would be +5 %; the result printed beside it is right.',
    },
  },
  {
    source: 'https://theprimecalculator.com/business/net-mrr-churn-calculator/formula',
    title: 'Prime Calculator: 10k and 3k lost and 15k added on 200k are −1 %',
    flows: { start: 200_000, expansion: 15_000, contraction: 3_000, churn: 10_000 },
    expected: { NET_MRR_CHURN: '-1%', NET_NEW_MRR: '2000.00' },
  },
  {
    source: 'https://okrify.com/revenue-churn-mrr-churn/',
    title: 'Okrify: $2,000 of cancelled contracts on $10,000 are 20 %',
    flows: { start: 10_000, churn: 2_000 },
    expected: { GROSS_MRR_CHURN: '20%' },
  },
];

/** Customers lost and kept. */
export const logoChurn: readonly Example[] = [
  {
    source:
      'https://vdocuments.net/wednesday-ss-david-skok-final-customer-churn-vs-dollar-churn-customer-1-1k-mrr.html',
    title: 'David Skok: of $1k and $5k the larger leaves, 50 % of customers and 83 % of dollars',
    subscriptions: ['small 2024-01-01 - 100000', 'large 2024-01-01 2025-03-10 500000'],
    expected: { LOGO_CHURN: '50%', GROSS_MRR_CHURN: '83%', GRR: '17%' },
  },
  {
    source: 'https://metrickittools.com/glossary/logo-churn',
    title: 'MetricKit: 30 of 1,000 are 3 %',
    subscriptions: logos({ start: 1_000, lost: 30 }),
    expected: { LOGO_CHURN: '3%' },
  },
  {
    source: 'https://github.com/Brett777/Predict-Churn',
    title: 'Company ADG: from 500 to 450 customers is 10 %',
    subscriptions: logos({ start: 500, lost: 50 }),
    expected: { LOGO_CHURN: '10%', CUSTOMERS: '450' },
  },
  {
    source: 'https://www.myfundbox.com/post/mrr-churn-and-beyond-the-metrics-that-matter-most-in-saas-billing',
    title: 'Fundbox: 25 of 500 are 5 %',
    subscriptions: logos({ start: 500, lost: 25 }),
    expected: { LOGO_CHURN: '5%' },
  },
  {
    source: 'https://online-calculator.org/finance/churn-rate-calculator.php',
    title: 'Online Calculator: 45 of 98 are 46 %',
    subscriptions: logos({ start: 98, lost: 45 }),
    expected: { LOGO_CHURN: '46%' },
  },
  {
    source: butter,
    title: 'Recurly: of 1,000 customers 5 % leave; who came in July is no part of that',
    subscriptions: butterOfTheMonth,
    expected: { LOGO_CHURN: '5%', LOGO_RETENTION: '95%' },
  },
  {
    source: butter,
    title: 'Recurly: with 12 of the 500 who joined and left in July it is 6.2 %',
    policy: { samePeriodChurn: 'count' },
    subscriptions: butterOfTheMonth,
    expected: { LOGO_CHURN: '6.2%' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: one of two is 50 % and $10',
    subscriptions: logos({ start: 2, lost: 1 }),
    expected: { LOGO_CHURN: '50%', CHURNED_MRR: '10.00' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: nobody at the start',
    subscriptions: logos({ start: 0, lost: 0, won: 1, wonAndLost: 1 }),
    expected: { LOGO_CHURN: null },
    publishedWrong: {
      key: 'LOGO_CHURN',
      value: '0%',
      why: 'Of nobody nobody can leave: no number, rather than a perfect one.',
    },
  },
  {
    source: 'https://www.everafter.ai/glossary/logo-retention-rate',
    title: 'EverAfter: 920 of 1,000 kept are 92 %',
    subscriptions: logos({ start: 1_000, lost: 80 }),
    expected: { LOGO_RETENTION: '92%', LOGO_CHURN: '8%' },
  },
  {
    source: 'https://finanshels.com/glossary/gross-retention',
    title: 'Finanshels: 80 of 100 customers kept are 80 %, under the name of gross retention',
    subscriptions: [...logos({ start: 99, lost: 19 }), 'whale 2024-01-01 2025-03-10 99000'],
    expected: { LOGO_RETENTION: '80%', GRR: '40.4%' },
    publishedWrong: {
      key: 'GRR',
      value: '80.0%',
      why: 'A head count, which is LOGO_RETENTION. The amounts are ours: one of those who left paid as much as all others together.',
    },
  },
  {
    source: 'https://github.com/Karaka-Management/phpOMS/blob/HEAD/tests/Business/Marketing/MetricsTest.php',
    title: 'phpOMS tests: 105 at the end, 20 of them new, of 100 at the start are 85 %',
    subscriptions: logos({ start: 100, lost: 15, won: 20 }),
    expected: { CUSTOMERS: '105', LOGO_RETENTION: '85%' },
  },
];
