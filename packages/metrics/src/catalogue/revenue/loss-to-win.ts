import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { customersAtStart, minus, plus } from './revenue-terms.ts';

/** Customers lost for each one won. */
export const lossToWin: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'LOSS_TO_WIN',
  name: 'Losses to wins',
  shortName: 'Loss to win',
  description:
    'How many customers were lost for each one won in the period; above 1 there are fewer than before. Some tools call this quotient the customer churn rate, which it is not: it says nothing about the customers there were. For that see LOGO_CHURN.',
  formula: 'customers lost ÷ customers won',
  unit: 'MULTIPLE',
  better: 'LOWER',
  balance: false,
  terms: (policy) => ({
    numerator: [
      customersAtStart,
      minus('CUSTOMERS_KEPT', 'Customers kept', 'COUNT', 'customersKept'),
      ...(policy.samePeriodChurn === 'count'
        ? [plus('NEWCOMERS_LOST', 'Won and lost in the period', 'COUNT', 'newcomersLost')]
        : []),
    ],
    denominator: [plus('CUSTOMERS_NEW', 'Customers won', 'COUNT', 'customersNew')],
  }),
  undefinedBecause: (facts) => (facts.customersNew === 0 ? 'NO_BASE' : null),
  reasons: {
    NO_BASE: {
      title: 'No customers won',
      explanation: 'Nobody was won in this period, so losses cannot be set against wins.',
    },
  },
  switches: ['samePeriodChurn', 'reactivationWindowDays'],
});
