import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { noBase, plus, startMrr } from './revenue-terms.ts';

/** Gross MRR churn. */
export const grossMrrChurn: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'GROSS_MRR_CHURN',
  name: 'Gross MRR churn',
  shortName: 'Gross churn',
  description:
    'The share of opening MRR that its customers took away by leaving or by paying less. What they added does not make up for it here; see NET_MRR_CHURN. Some tools count only those who left. It can be more than 1 − GRR, which looks at both ends alone: what was given up and taken back between them is in this.',
  formula: '(churn + contraction) ÷ start',
  unit: 'FRACTION',
  better: 'LOWER',
  balance: false,
  terms: (policy) => ({
    numerator: [
      plus('CHURNED_MRR', 'Churn of opening customers', 'MRR', 'baseChurn'),
      plus('CONTRACTION_MRR', 'Contraction of opening customers', 'MRR', 'baseContraction'),
      ...(policy.samePeriodChurn === 'count'
        ? [plus('NEWCOMER_CHURN_MRR', 'Churn of customers won in the period', 'MRR', 'newcomerChurn')]
        : []),
    ],
    denominator: [startMrr],
  }),
  undefinedBecause: (facts) => (facts.start === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: ['samePeriodChurn'],
});
