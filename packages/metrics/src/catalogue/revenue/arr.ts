import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Annual recurring revenue. */
export const arr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'ARR',
  name: 'Annual recurring revenue',
  shortName: 'ARR',
  description:
    'Twelve times MRR: what the items active on the last day of the period would bring in a year. A run rate, not a forecast and not what was invoiced.',
  formula: '12 × MRR, at the end of the period',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: true,
  terms: () => ({ numerator: [plus('END_ARR', 'ARR at the end', 'ARR', 'end')] }),
  reasons: {},
  switches: [],
});
