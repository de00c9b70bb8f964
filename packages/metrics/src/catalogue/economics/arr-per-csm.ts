import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { ofRevenue } from './economics-terms.ts';

/** ARR per CSM. */
export const arrPerCsm: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'ARR_PER_CSM',
    name: 'ARR per CSM',
    shortName: 'ARR per CSM',
    description:
      'ARR at the end of the period for each full-time CSM who is ramped by then and has any of the accounts. Who is still ramping takes no load yet, so a young team shows a high load. Who works part time counts as that part, where others divide by heads. Beside it stands the load in accounts: equal ARR is more work where more of the accounts are in danger, so those count twice. An account’s CSM is its trait "csm" as it was on the last day.',
    formula: 'ARR ÷ Σ FTE of ramped CSMs, at the end of the period',
    unit: 'MONEY',
    better: 'NEITHER',
    balance: true,
    terms: () => ({
      numerator: [ofRevenue('END_ARR', 'ARR at the end', 'ARR', 'end')],
      denominator: [
        { key: 'CSM_FTE', label: 'Full-time ramped CSMs', sign: 1, measure: 'FTE', of: (facts) => facts.csmTime },
      ],
      beside: [
        ofRevenue('ACCOUNTS', 'Paying accounts', 'COUNT', 'customersEnd'),
        {
          key: 'ARR_AT_RISK',
          label: 'ARR in a bad health band',
          sign: 1,
          measure: 'ARR',
          of: (facts) => facts.revenueAtRisk,
        },
        {
          key: 'WEIGHTED_LOAD',
          label: 'Accounts per CSM, those in a bad band counted twice',
          unit: 'COUNT',
          // FTE are millionths.
          total: ({ revenue, customersAtRisk }) => (revenue.customersEnd + customersAtRisk) * 1_000_000,
          count: (facts) => facts.csmTime,
        },
      ],
    }),
    undefinedBecause: (facts) => (facts.csmTime === 0 ? 'NO_BASE' : null),
    notFor: ['ACCOUNT'],
    reasons: {
      NOT_APPLICABLE: {
        title: 'Not for one account',
        explanation:
          'A CSM’s whole time would be held against one of their accounts. Ask for a CSM, a segment or the portfolio.',
      },
      NO_BASE: {
        title: 'No ramped CSM',
        explanation:
          'None of these accounts has a CSM who is ramped at the end of the period. Import CSMs, and name one in the trait "csm" of each account.',
      },
    },
    switches: [],
    excluded: ({ unserved }) =>
      unserved === 0
        ? []
        : [
            {
              reason: 'NO_RAMPED_CSM',
              explanation: 'Paying accounts without a ramped CSM: their ARR counts, nobody’s time does.',
              count: unserved,
            },
          ],
  },
  () => [],
);
