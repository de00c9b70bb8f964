import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { minus, plus } from './revenue-terms.ts';

/** Net new MRR. */
export const netNewMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'NET_NEW_MRR',
  name: 'Net new MRR',
  shortName: 'Net new',
  description: 'What MRR grew by in the period, exactly the end less the start, with every movement that led there.',
  formula: 'new + expansion + reactivation − contraction − churn + FX',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [
      plus('NEW_MRR', 'New', 'MRR', 'new'),
      plus('EXPANSION_MRR', 'Expansion', 'MRR', 'expansion'),
      plus('REACTIVATION_MRR', 'Reactivation', 'MRR', 'reactivation'),
      minus('CONTRACTION_MRR', 'Contraction', 'MRR', 'contraction'),
      minus('CHURNED_MRR', 'Churn', 'MRR', 'churn'),
      plus('FX_MRR', 'FX', 'MRR', 'fx'),
    ],
  }),
  reasons: {},
  switches: ['reactivationWindowDays'],
});
