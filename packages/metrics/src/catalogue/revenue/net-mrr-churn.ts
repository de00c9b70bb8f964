import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { minus, noBase, plus, startMrr } from './revenue-terms.ts';

/** Net MRR churn. */
export const netMrrChurn: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'NET_MRR_CHURN',
  name: 'Net MRR churn',
  shortName: 'Net churn',
  description:
    'Gross MRR churn less what opening customers added and what former customers brought back. Below zero the base grows by itself: that is net negative churn. It is 1 − NRR only where nobody came back, or where the policy counts returns in NRR too.',
  formula: '(churn + contraction − expansion − reactivation) ÷ start',
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
      minus('EXPANSION_MRR', 'Expansion of opening customers', 'MRR', 'baseExpansion'),
      minus('RETURNED_MRR', 'Customers who came back in the period', 'MRR', 'returned'),
    ],
    denominator: [startMrr],
  }),
  undefinedBecause: (facts) => (facts.start === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: ['samePeriodChurn', 'reactivationWindowDays'],
  see: 'https://chartmogul.com/metrics/net-mrr-churn-rate/',
});
