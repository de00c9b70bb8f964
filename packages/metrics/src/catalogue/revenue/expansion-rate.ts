import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { noBase, plus, startMrr } from './revenue-terms.ts';

/** Expansion rate. */
export const expansionRate: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'EXPANSION_RATE',
  name: 'Expansion rate',
  shortName: 'Expansion rate',
  description:
    'What opening customers added in the period, as a share of opening MRR. New customers are not expansion. Some tools call this share net revenue retention, which it is not: it says nothing about what was lost; see NRR.',
  formula: 'expansion ÷ start',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [plus('EXPANSION_MRR', 'Expansion of opening customers', 'MRR', 'baseExpansion')],
    denominator: [startMrr],
  }),
  undefinedBecause: (facts) => (facts.start === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: [],
});
