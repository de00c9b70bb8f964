import { addMonths } from '../../calendar/day.ts';
import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { minus, noBase, plus, startMrr } from './revenue-terms.ts';

/** Net revenue retention. */
export const nrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'NRR',
  name: 'Net revenue retention',
  shortName: 'NRR',
  description:
    'The share of opening MRR that the customers of the period’s start still bring, with what they added and gave up. New customers never count; above 100 % the base grows by itself. Not an amount of money: some tools call MRR less churn "net recurring revenue".',
  formula: '(start + expansion − contraction − churn) ÷ start',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: (policy) => ({
    numerator:
      policy.nrrMethod === 'trailing12Cohort'
        ? [plus('BASE_END_MRR', 'MRR now of those customers', 'MRR', 'baseEnd')]
        : [
            startMrr,
            plus('EXPANSION_MRR', 'Expansion of opening customers', 'MRR', 'baseExpansion'),
            minus('CONTRACTION_MRR', 'Contraction of opening customers', 'MRR', 'baseContraction'),
            minus('CHURNED_MRR', 'Churn of opening customers', 'MRR', 'baseChurn'),
            ...(policy.nrrReactivation === 'include'
              ? [plus('RETURNED_MRR', 'Customers who came back in the period', 'MRR', 'returned')]
              : []),
            ...(policy.samePeriodChurn === 'count'
              ? [minus('NEWCOMER_CHURN_MRR', 'Churn of customers won in the period', 'MRR', 'newcomerChurn')]
              : []),
          ],
    denominator: [startMrr],
  }),
  undefinedBecause: (facts) => (facts.start === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: ['nrrMethod', 'nrrReactivation', 'samePeriodChurn', 'reactivationWindowDays'],
  neutral: 1,
  period: (asked, policy) =>
    policy.nrrMethod === 'trailing12Cohort'
      ? { ...asked, start: addMonths(asked.end, -12), unit: 'MONTH', count: 12 }
      : asked,
  excluded: (facts) =>
    facts.customersNew === 0
      ? []
      : [
          {
            reason: 'WON_IN_PERIOD',
            explanation: 'Customers won within the period are not part of the opening base.',
            count: facts.customersNew,
          },
        ],
  see: 'https://www.saasmetricsboard.com/net-revenue-retention',
});
