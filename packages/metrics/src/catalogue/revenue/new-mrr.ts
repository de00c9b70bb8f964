import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** New MRR. */
export const newMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'NEW_MRR',
  name: 'New MRR',
  shortName: 'New',
  description:
    'MRR of accounts that paid for the first time in the period. A second subscription of an account is expansion, a return is reactivation, unless the policy takes a late one for new.',
  formula: 'Σ MRR of first purchases in the period',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: false,
  terms: () => ({ numerator: [plus('NEW_MRR', 'New MRR', 'MRR', 'new')] }),
  reasons: {},
  switches: ['reactivationWindowDays'],
});
