import { type CommittedFacts, committed } from '../../facts/revenue/committed.ts';
import type { Metric } from '../../metric.ts';
import { recognitionKeys } from '../../recognition/recognition.ts';
import { revenueCoverage, unconvertedRevenue } from './define-revenue-metric.ts';

/** Committed monthly recurring revenue. */
export const cmrr: Metric<CommittedFacts> = {
  key: 'CMRR',
  name: 'Committed monthly recurring revenue',
  shortName: 'CMRR',
  description:
    'MRR at the end of the period without what is set to cancel by then and ends later: what goes on unless somebody else cancels. Others add what is signed and has not begun, which the policy can include; a signed change of plan counts by its difference. A fixed term that runs out without being cancelled stays in, for most renew. Not the contracted value of a deal (CARR, TCV) and not a forecast.',
  formula: '(recurring revenue a year − what is set to cancel) ÷ 12, at the end of the period',
  unit: 'MONEY',
  better: 'HIGHER',
  balance: true,
  source: committed,
  terms: (policy) => ({
    numerator: [
      { key: 'MRR', label: 'MRR at the end', sign: 1, measure: 'MRR', of: ({ revenue }) => revenue.end },
      { key: 'SET_TO_CANCEL', label: 'Set to cancel', sign: -1, measure: 'MRR', of: ({ setToCancel }) => setToCancel },
      ...(policy.cmrrSigned === 'include'
        ? [
            {
              key: 'SIGNED',
              label: 'Signed, starting later',
              sign: 1,
              measure: 'MRR',
              of: ({ signed }: CommittedFacts) => signed,
            } as const,
          ]
        : []),
    ],
  }),
  reasons: {},
  switches: ['cmrrSigned', ...recognitionKeys],
  coverage: ({ revenue }) => revenueCoverage(revenue),
  excluded: ({ revenue }) => unconvertedRevenue(revenue),
};
