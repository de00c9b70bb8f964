import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { minus, plus } from './revenue-terms.ts';

/** MRR less what churned. */
export const netMrrAfterChurn: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'NET_MRR_AFTER_CHURN',
  name: 'MRR after churn',
  shortName: 'After churn',
  description:
    'MRR at the end less the MRR that churned in the period: an amount of money. Some tools call it "net recurring revenue" and shorten that to NRR, which stands for a share: net revenue retention.',
  formula: 'MRR − churned MRR',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [plus('END_MRR', 'MRR at the end', 'MRR', 'end'), minus('CHURNED_MRR', 'Churn', 'MRR', 'churn')],
  }),
  reasons: {},
  switches: [],
});
