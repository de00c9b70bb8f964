import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { customersAtStart, minus, noBase, plus } from './revenue-terms.ts';

/** Logo churn. */
export const logoChurn: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'LOGO_CHURN',
  name: 'Logo churn',
  shortName: 'Logo churn',
  description:
    'The share of the customers at the start who no longer pay at the end. Over customers at the start, not over customers won: that quotient is LOSS_TO_WIN. Each customer is lost once: Stripe counts departures, so that one who left and came back is lost there, and one who left twice is lost twice.',
  formula: 'customers lost ÷ customers at the start',
  unit: 'FRACTION',
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
    denominator: [
      customersAtStart,
      ...(policy.churnDenominator === 'startPlusNew'
        ? [plus('CUSTOMERS_NEW', 'New customers', 'COUNT', 'customersNew')]
        : []),
    ],
  }),
  undefinedBecause: (facts, policy) =>
    facts.customersStart + (policy.churnDenominator === 'startPlusNew' ? facts.customersNew : 0) === 0
      ? 'NO_BASE'
      : null,
  reasons: { NO_BASE: noBase },
  switches: ['samePeriodChurn', 'churnDenominator', 'reactivationWindowDays'],
  excluded: (facts, policy) =>
    facts.newcomersLost === 0 || policy.samePeriodChurn === 'count'
      ? []
      : [
          {
            reason: 'WON_AND_LOST_IN_PERIOD',
            explanation: 'Customers won and lost within the period were never part of the opening base.',
            count: facts.newcomersLost,
          },
        ],
});
