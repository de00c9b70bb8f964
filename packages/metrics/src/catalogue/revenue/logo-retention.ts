import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { customersAtStart, noBase, plus } from './revenue-terms.ts';

/** Logo retention. */
export const logoRetention: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'LOGO_RETENTION',
  name: 'Logo retention',
  shortName: 'Logo retention',
  description:
    'The share of the customers at the start who still pay at the end, every customer counting the same. A head count that some tools call GRR.',
  formula: 'customers kept ÷ customers at the start',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [plus('CUSTOMERS_KEPT', 'Customers kept', 'COUNT', 'customersKept')],
    denominator: [customersAtStart],
  }),
  undefinedBecause: (facts) => (facts.customersStart === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: ['reactivationWindowDays'],
  neutral: 1,
});
