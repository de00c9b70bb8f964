import { many } from './book.ts';
import type { Example } from './example.ts';

const from = '2024-01-01';

/** Prices of other intervals than a month, brought to MRR and ARR. */
export const annualising: readonly Example[] = [
  {
    source: 'https://docs.stripe.com/billing/subscriptions/analytics/glossary',
    title: 'Stripe: 100 at $100 a month and 50 at $600 a year are $12,500',
    subscriptions: [...many('a', 100, from, '-', '10000'), ...many('b', 50, from, '-', '60000/year')],
    expected: { MRR: '12500.00', CUSTOMERS: '150' },
    publishedWrong: {
      key: 'MRR',
      value: '13333.33',
      why: 'The line is printed as 50 × (800 USD ÷ 12), which would be 13,333.33; the result printed beside it is right.',
    },
  },
  {
    source: 'https://support.stripe.com/questions/billing-analytics',
    title: 'Stripe: $1,200 a year is $100',
    subscriptions: [`one ${from} - 120000/year`],
    expected: { MRR: '100.00', ARR: '1200.00' },
  },
  {
    source: 'https://www.paddle.com/help/profitwell-metrics/measure/subscription-metrics/mrr',
    title: 'ProfitWell: $120 a year is $10',
    subscriptions: [`one ${from} - 12000/year`],
    expected: { MRR: '10.00' },
  },
  {
    source:
      'https://community.revenuecat.com/general-questions-7/clarification-on-mtr-calculation-for-annual-subscriptions-6002',
    title: 'RevenueCat: $12 a year adds $1 a month, whenever it was paid',
    subscriptions: ['one 2025-03-31 - 1200/year'],
    expected: { MRR: '1.00', NEW_MRR: '1.00' },
  },
  {
    source: 'https://help.uscreen.tv/hc/en-us/articles/360024894994-Subscription-Analytics-Monthly-Recurring-Revenue',
    title: 'Uscreen: $35 a month stays $35, $360 a year is $30',
    subscriptions: [`monthly ${from} - 3500`, `yearly ${from} - 36000/year`],
    expected: { MRR: '65.00', ARPA: '32.50' },
  },
  {
    source: 'https://docs.glassfy.io/docs/monthly-recurring-revenues',
    title: 'Glassfy: $1,200 a year is $100 by days, 1,200 ÷ 365 × 365 ÷ 12',
    subscriptions: [`one ${from} - 120000/365day`],
    expected: { MRR: '100.00' },
  },
  {
    source: 'https://www.indiehackers.com/post/how-to-calculate-monthly-recurring-revenue-or-mrr-9ea0104358',
    title: 'Indie Hackers: 5 × $50, 3 × $100 and 2 × $500 a year are about $633',
    subscriptions: [
      ...many('a', 5, from, '-', '5000'),
      ...many('b', 3, from, '-', '10000'),
      ...many('c', 2, from, '-', '50000/year'),
    ],
    expected: { MRR: '633.33', ARR: '7600.00', CUSTOMERS: '10' },
  },
  {
    source:
      'https://www.chargebee.com/docs/billing/2.0/kb/reports-and-analytics/how-is-total-mrr-metric-in-revenuestory-calculated',
    title: 'Chargebee: 200 at $50 less a $10 discount each, 50 of them with a $10 add-on, are $8,500',
    subscriptions: [...many('plain', 150, from, '-', '4000'), ...many('more', 50, from, '-', '5000')],
    expected: { MRR: '8500.00', CUSTOMERS: '200' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: two at $10 a month, $30 a quarter and $120 a year',
    subscriptions: [`a ${from} - 1000*2`, `b ${from} - 3000/3month`, `c ${from} - 12000/year`],
    expected: { MRR: '40.00' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: $1 a day',
    subscriptions: [`daily ${from} - 100/day`],
    expected: { MRR: '30.42' },
    differs: { key: 'MRR', value: '30.00', why: 'A month of 30 days makes a year of 360; ours is 365 ÷ 12.' },
  },
  {
    source:
      'https://github.com/qazuor/qzpay/blob/45eb650a609d88586692bd273d96e6b0f9cd1bf3/packages/core/test/services/metrics.service.test.ts',
    title: 'qzpay tests: $10 a week',
    subscriptions: [`weekly ${from} - 1000/week`],
    expected: { MRR: '43.33' },
    differs: { key: 'MRR', value: '42.86', why: 'A month of 30 days has 4.29 weeks; ours is 52 ÷ 12.' },
  },
  {
    source: 'https://support.kachingappz.com/en/articles/12281658-how-we-calculate-mrr',
    title: 'Kaching: $60 every two months is $30, $120 a year is $10',
    subscriptions: [`c ${from} - 6000/2month`, `d ${from} - 12000/year`],
    expected: { MRR: '40.00' },
  },
  {
    source: 'https://support.kachingappz.com/en/articles/12281658-how-we-calculate-mrr',
    title: 'Kaching: with $10 a day and $20 a week it is $431.27',
    subscriptions: [
      `a ${from} - 1000/day`,
      `b ${from} - 2000/week`,
      `c ${from} - 6000/2month`,
      `d ${from} - 12000/year`,
    ],
    expected: { MRR: '430.83' },
    differs: {
      key: 'MRR',
      value: '431.27',
      why: 'Kaching takes 30.437 days and 4.345 weeks a month, from a year of 365.24 days; ours are 365 ÷ 12 and 52 ÷ 12.',
    },
  },
  {
    source: 'https://blog.nonoisemetrics.com/understanding-mrr/',
    title: 'NoNoiseMetrics: 50 at 19 a month and 10 at 190 a year are 1,108.33',
    subscriptions: [...many('a', 50, from, '-', '1900'), ...many('b', 10, from, '-', '19000/year')],
    expected: { MRR: '1108.33', CUSTOMERS: '60' },
  },
  {
    source: 'https://docs.apphud.com/docs/mrr',
    title: 'Apphud: ten at $10, after 30 % commission and 20 % VAT, are $58.33',
    subscriptions: many('user', 10, from, '-', '1000'),
    expected: { MRR: '100.00' },
    differs: {
      key: 'MRR',
      value: '58.33',
      why: 'Proceeds, after the store’s share. Import what is left of the price instead.',
    },
  },
  {
    source: 'https://www.botsi.com/docs/analytics/analytics-charts/mrr',
    title: 'Botsi: 100 and 50 at $10, and 10 × $5 on top',
    subscriptions: [
      ...many('new', 100, '2025-03-01', '-', '1000'),
      ...many('renewed', 40, from, '-', '1000'),
      ...many('upsold', 10, from, '2025-03-10', '1000'),
      ...many('upsold', 10, '2025-03-10', '-', '1500'),
    ],
    expected: { MRR: '1550.00', NEW_MRR: '1000.00', EXPANSION_MRR: '50.00' },
    publishedWrong: { key: 'MRR', value: '1150.00', why: '1,000 + 500 + 50 is 1,550: a slip in the sum.' },
  },
  {
    source: 'https://dev.chartmogul.com/docs/how-mrr-is-calculated-from-prorated-invoices',
    title: 'ChartMogul: $90 for three months are $30',
    subscriptions: [`one ${from} - 9000/3month`],
    expected: { MRR: '30.00', ARR: '360.00' },
  },
  {
    source: 'https://support.recurly.com/hc/en-us/articles/360027350412-Does-MRR-prorate-',
    title: 'Recurly: a day is multiplied by 30, a year divided by 12',
    subscriptions: [`daily ${from} - 100/day`, `yearly ${from} - 120000/year`],
    expected: { MRR: '130.42' },
    differs: { key: 'MRR', value: '130.00', why: '12 months of 30 days leave five days out; ours is 365 ÷ 12.' },
  },
];

/** Annual recurring revenue. */
export const runRates: readonly Example[] = [
  {
    source: 'https://corporatefinanceinstitute.com/resources/valuation/annual-recurring-revenue-arr',
    title: 'CFI: 50 customers at $100 a month are $60,000 a year',
    subscriptions: many('one', 50, from, '-', '10000'),
    expected: { ARR: '60000.00', MRR: '5000.00' },
  },
  {
    source: 'https://churnzero.com/churnopedia/annual-recurring-revenue-arr/',
    title: 'ChurnZero: a one-year contract billed $500 a month is $6,000',
    subscriptions: ['one 2025-01-01 2026-01-01 50000'],
    expected: { ARR: '6000.00' },
  },
  {
    source: 'https://simplicable.com/new/annual-recurring-revenue',
    title: 'Simplicable: $1,000 for 32 months is $375 a year',
    subscriptions: [`one ${from} - 100000/32month`],
    expected: { ARR: '375.00' },
  },
  {
    source: 'https://coschedule.com/marketing-terms-definitions/annual-recurring-revenue',
    title: 'CoSchedule: $480 for two years is $240 a year',
    subscriptions: [`one ${from} - 48000/2year`],
    expected: { ARR: '240.00', MRR: '20.00' },
  },
  {
    source: 'https://saasmaths.com/glossary/unit-economics/annual-recurring-revenue',
    title: 'SaaS Maths: ten at $1,200 a year are $12,000',
    subscriptions: many('one', 10, from, '-', '120000/year'),
    expected: { ARR: '12000.00', MRR: '1000.00' },
  },
  {
    source: 'https://calculator.academy/annual-recurring-revenue-calculator/',
    title: 'Calculator Academy: 90 customers at $174 are $187,920 a year',
    subscriptions: many('one', 90, from, '-', '17400'),
    expected: { ARR: '187920.00', ARPA: '174.00' },
  },
  {
    source: 'https://forecaas.com/whats-in-a-month',
    title: 'Forecaas: $3,479.45 for the 254 days until a yearly contract ends are $5,000 a year',
    period: { kind: 'month', month: '2024-08' },
    subscriptions: ['first 2024-04-01 2025-04-01 1000000/year', 'first 2024-07-21 2025-04-01 347945/254day'],
    expected: { ARR: '15000.00', MRR: '1250.00' },
  },
  {
    source: 'https://docs.monetizenow.io/docs/proration-1',
    title: 'MonetizeNow: $59.18 for 180 days of a plan at $120 a year',
    subscriptions: ['one 2025-02-15 2025-08-15 5918/180day'],
    expected: { ARR: '120.00', MRR: '10.00' },
  },
];
