import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Monthly recurring revenue. */
export const mrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'MRR',
  name: 'Monthly recurring revenue',
  shortName: 'MRR',
  description:
    'The monthly value of every recurring item that covers the last day of the period. Amounts are held per year and divided once, so that an annual price does not lose cents. Not what was invoiced or received: a year paid in advance is a twelfth in each of its months, and one-time charges and tax are never in it.',
  formula: 'recurring revenue a year ÷ 12, at the end of the period',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: true,
  terms: () => ({ numerator: [plus('END_MRR', 'MRR at the end', 'MRR', 'end')] }),
  reasons: {},
  switches: [],
});
