import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { costOf, lacksCosts, noCostData, ofRevenue } from './economics-terms.ts';

/** Customer retention cost. */
export const crc: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'CRC',
    name: 'Customer retention cost',
    shortName: 'CRC',
    description:
      'What was spent on retention in the period for each customer who paid at its start and still pays at its end.',
    formula: 'retention cost ÷ customers kept',
    unit: 'MONEY',
    better: 'LOWER',
    balance: false,
    terms: () => ({
      numerator: [costOf('retention')],
      denominator: [ofRevenue('CUSTOMERS_KEPT', 'Customers kept', 'COUNT', 'customersKept')],
    }),
    undefinedBecause: (facts) => {
      if (lacksCosts(facts, ['retention'])) return 'NO_COST_DATA';
      return facts.revenue.customersKept === 0 ? 'NO_BASE' : null;
    },
    reasons: {
      NO_COST_DATA: noCostData,
      NO_BASE: {
        title: 'No customers kept',
        explanation: 'Nobody who paid at the start still pays, so there is nobody to share the cost out among.',
      },
    },
    switches: ['reactivationWindowDays'],
  },
  () => ['retention'],
);
