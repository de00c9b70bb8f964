import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Quick ratio. */
export const quickRatio: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'QUICK_RATIO',
  name: 'Quick ratio',
  shortName: 'Quick ratio',
  description:
    'How many times over gained MRR makes up for lost MRR. Below 1 the business shrinks, but for customers who came back: they are no gain here, though some tools count them. Not the quick ratio of accounting, which is about cash and debts.',
  formula: '(new + expansion) ÷ (contraction + churn)',
  unit: 'MULTIPLE',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [plus('NEW_MRR', 'New', 'MRR', 'new'), plus('EXPANSION_MRR', 'Expansion', 'MRR', 'expansion')],
    denominator: [
      plus('CONTRACTION_MRR', 'Contraction', 'MRR', 'contraction'),
      plus('CHURNED_MRR', 'Churn', 'MRR', 'churn'),
    ],
  }),
  undefinedBecause: (facts) => (facts.contraction + facts.churn === 0 ? 'NO_LOSSES' : null),
  reasons: {
    NO_LOSSES: {
      title: 'No losses in this period',
      explanation: 'Nothing churned or contracted, so the ratio has no base. It returns with the first loss.',
    },
  },
  switches: ['reactivationWindowDays'],
});
