import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { costOf, lacksCosts, noCostData, ofRevenue } from './economics-terms.ts';

/** Customer retention cost per ARR. */
export const crcPerArr: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'CRC_PER_ARR',
    name: 'Customer retention cost per ARR',
    shortName: 'CRC per ARR',
    description:
      'What was spent on retention in the period for each unit of ARR that was kept: of every account who paid at its start, no more than it paid then. ARR is a yearly rate and the cost is that of the period, so that only periods of one length compare; over a year 0.08 is 8 cents a dollar.',
    formula: 'retention cost ÷ Σ min(ARR at the start, ARR at the end)',
    unit: 'FRACTION',
    better: 'LOWER',
    balance: false,
    terms: () => ({
      numerator: [costOf('retention')],
      denominator: [ofRevenue('KEPT_ARR', 'ARR kept', 'ARR', 'kept')],
    }),
    undefinedBecause: (facts) => {
      if (lacksCosts(facts, ['retention'])) return 'NO_COST_DATA';
      return facts.revenue.kept === 0 ? 'NO_BASE' : null;
    },
    reasons: {
      NO_COST_DATA: noCostData,
      NO_BASE: {
        title: 'No ARR kept',
        explanation: 'Nobody who paid at the start still pays, so there is no revenue to hold the cost against.',
      },
    },
    switches: [],
  },
  () => ['retention'],
);
