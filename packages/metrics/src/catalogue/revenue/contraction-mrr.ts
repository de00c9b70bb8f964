import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Contraction MRR. */
export const contractionMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'CONTRACTION_MRR',
  name: 'Contraction MRR',
  shortName: 'Contraction',
  description: 'MRR that paying accounts gave up without leaving, as a positive amount.',
  formula: 'Σ decreases of MRR of accounts that stayed',
  unit: 'MONEY',
  better: 'LOWER',
  balance: false,
  terms: () => ({ numerator: [plus('CONTRACTION_MRR', 'Contraction MRR', 'MRR', 'contraction')] }),
  reasons: {},
  switches: [],
});
