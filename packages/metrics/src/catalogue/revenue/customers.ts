import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** Paying accounts. */
export const customers: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'CUSTOMERS',
  name: 'Customers',
  shortName: 'Customers',
  description:
    'Accounts with recurring revenue on the last day of the period. Free and one-time accounts do not count. Accounts, not users and not subscriptions: two subscriptions make one customer.',
  formula: 'paying accounts, at the end of the period',
  unit: 'COUNT',
  better: 'HIGHER',
  balance: true,
  terms: () => ({ numerator: [plus('CUSTOMERS', 'Paying accounts', 'COUNT', 'customersEnd')] }),
  reasons: {},
  switches: [],
});
