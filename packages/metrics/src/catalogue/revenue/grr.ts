import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { noBase, plus, startMrr } from './revenue-terms.ts';

/** Gross revenue retention. */
export const grr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'GRR',
  name: 'Gross revenue retention',
  shortName: 'GRR',
  description:
    'The share of opening MRR that is still there, no account counted for more than it brought at the start. The cap is per account: capping the sum would let one account’s growth hide another’s loss. Never above 100 %. Not a head count; for that see LOGO_RETENTION. Who left and is back by the end is kept, and in NRR only where the policy counts returns; only so can GRR be the larger of the two. Where the policy revalues currencies, their fall counts as a loss and their rise can cover one.',
  formula: 'Σ over accounts of min(start, end) ÷ Σ start',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  terms: () => ({
    numerator: [plus('KEPT_MRR', 'MRR kept, at most each account’s start', 'MRR', 'kept')],
    denominator: [startMrr],
  }),
  undefinedBecause: (facts) => (facts.start === 0 ? 'NO_BASE' : null),
  reasons: { NO_BASE: noBase },
  switches: ['reactivationWindowDays'],
  neutral: 1,
  see: 'https://www.saasmetricsboard.com/gross-revenue-retention',
});
