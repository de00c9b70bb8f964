import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { costOf, customersWon, lacksCosts, noCostData } from './economics-terms.ts';

/** Customer acquisition cost. */
export const cac: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'CAC',
    name: 'Customer acquisition cost',
    shortName: 'CAC',
    description:
      'What was spent on acquisition in the period for each customer won in it. Customers who came back are not won again, and the cost of keeping customers is not part of it. Some tools call the whole amount CAC.',
    formula: 'acquisition cost ÷ customers won',
    unit: 'MONEY',
    better: 'LOWER',
    balance: false,
    terms: () => ({ numerator: [costOf('acquisition')], denominator: [customersWon] }),
    undefinedBecause: (facts) => {
      if (lacksCosts(facts, ['acquisition'])) return 'NO_COST_DATA';
      return facts.revenue.customersNew === 0 ? 'NO_BASE' : null;
    },
    reasons: {
      NO_COST_DATA: noCostData,
      NO_BASE: {
        title: 'No customers won',
        explanation: 'Nobody was won in this period, so what was spent cannot be shared out among customers.',
      },
    },
    switches: ['reactivationWindowDays'],
  },
  () => ['acquisition'],
);
