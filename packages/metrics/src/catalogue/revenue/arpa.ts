import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Average revenue per account. */
export const arpa: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'ARPA',
  name: 'Average revenue per account',
  shortName: 'ARPA',
  description:
    'MRR at the end of the period over the accounts that pay it. Per account: revenue per user (ARPU) is another number, and neither is a lifetime value, though some tools call it that.',
  formula: 'MRR ÷ customers',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: true,
  terms: () => ({
    numerator: [plus('END_MRR', 'MRR at the end', 'MRR', 'end')],
    denominator: [plus('CUSTOMERS', 'Paying accounts', 'COUNT', 'customersEnd')],
  }),
  undefinedBecause: (facts) => (facts.customersEnd === 0 ? 'NO_BASE' : null),
  reasons: {
    NO_BASE: {
      title: 'No paying accounts',
      explanation: 'Nobody pays at the end of the period, so there is no average.',
    },
  },
  switches: [],
});
