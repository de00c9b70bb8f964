import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Reactivation MRR. */
export const reactivationMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'REACTIVATION_MRR',
  name: 'Reactivation MRR',
  shortName: 'Reactivation',
  description:
    'MRR of former customers who came back in the period, after however short a time; after a longer one than the policy allows they are new.',
  formula: 'Σ MRR of returns in the period',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: false,
  terms: () => ({ numerator: [plus('REACTIVATION_MRR', 'Reactivation MRR', 'MRR', 'reactivation')] }),
  reasons: {},
  switches: ['reactivationWindowDays'],
});
