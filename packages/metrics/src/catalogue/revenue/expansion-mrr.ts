import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Expansion MRR. */
export const expansionMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'EXPANSION_MRR',
  name: 'Expansion MRR',
  shortName: 'Expansion',
  description:
    'MRR that paying accounts added: upgrades, more seats, further subscriptions, price rises. What an account did on one day is netted.',
  formula: 'Σ increases of MRR of paying accounts',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: false,
  terms: () => ({ numerator: [plus('EXPANSION_MRR', 'Expansion MRR', 'MRR', 'expansion')] }),
  reasons: {},
  switches: [],
});
