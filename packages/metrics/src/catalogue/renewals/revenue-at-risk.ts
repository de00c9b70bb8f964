import type { RenewalFacts } from '../../facts/renewals/renewal-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRenewalMetric, ofRenewals } from './define-renewal-metric.ts';

/** Revenue at risk. */
export const revenueAtRisk: Metric<RenewalFacts> = defineRenewalMetric({
  key: 'REVENUE_AT_RISK',
  name: 'Revenue at risk',
  shortName: 'Revenue at risk',
  description:
    'ARR at the end of the period of the paying accounts whose health is then in a band that is meant as danger, each account once. What is up for renewal and undecided in the whole period, days to come included, stands beside it, and how much of that is in danger: the sum of both would count a healthy renewal as a risk. ARR without a health score is not in it, and said to be left out.',
  formula: 'ARR of accounts in a bad health band, at the end of the period',
  unit: 'MONEY',
  better: 'LOWER',
  balance: true,
  usualPeriod: { kind: 'current', unit: 'QUARTER' },
  terms: () => ({
    numerator: [ofRenewals('IN_RISK_BAND', 'ARR in a bad health band', 'ARR', 'revenueAtRisk')],
    beside: [
      ofRenewals('DUE', 'Due for renewal in the period, undecided', 'ARR', 'undecided'),
      ofRenewals('DUE_IN_RISK_BAND', 'Of that in a bad health band', 'ARR', 'undecidedAtRisk'),
      ofRenewals('END_ARR', 'ARR at the end', 'ARR', 'revenue'),
      {
        key: 'SHARE_OF_ARR',
        label: 'Share of ARR in a bad health band',
        unit: 'FRACTION',
        total: (facts) => facts.revenueAtRisk,
        count: (facts) => facts.revenue,
      },
      ofRenewals('ACCOUNTS_IN_RISK_BAND', 'Accounts in a bad health band', 'COUNT', 'accountsAtRisk'),
    ],
  }),
  undefinedBecause: ({ scored }) => (scored === 0 ? 'NO_SCORES' : null),
  reasons: {
    NO_SCORES: {
      title: 'No health scores',
      explanation: 'No paying account has a health score at the end of the period, so nothing says who is in danger.',
    },
  },
  switches: [],
  coverage: ({ scored, unscored }) => (scored + unscored === 0 ? 1 : scored / (scored + unscored)),
  excluded: ({ unscored }) =>
    unscored === 0
      ? []
      : [{ reason: 'NO_SCORES', explanation: 'Paying accounts without a health score.', count: unscored }],
});
