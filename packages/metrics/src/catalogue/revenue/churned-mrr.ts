import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Churned MRR. */
export const churnedMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'CHURNED_MRR',
  name: 'Churned MRR',
  shortName: 'Churned',
  description:
    'MRR of accounts that left in the period, as a positive amount. An item that ends on the first of a month churns in that month.',
  formula: 'Σ MRR of accounts on the day nothing was left',
  unit: 'MONEY',
  better: 'LOWER',
  balance: false,
  terms: () => ({ numerator: [plus('CHURNED_MRR', 'Churned MRR', 'MRR', 'churn')] }),
  reasons: {},
  switches: [],
});
