import { serviceCategories } from '../../costs/cost-category.ts';
import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { costOf, lacksCosts, noCostData, recurringRevenue } from './economics-terms.ts';

/** Cost to carry. */
export const costToCarry: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'COST_TO_CARRY',
    name: 'Cost to carry',
    shortName: 'Cost to carry',
    description:
      'What it costs to serve customers (success, support and product) as a share of the recurring revenue they bring over the same days. Above 100 % they cost more than they bring; what is left below it is the margin that LTV counts with. Revenue and costs that cover more than the period count by their part in it, every month as a twelfth of a year whatever its days.',
    formula: '(success + support + product cost) ÷ recurring revenue over the period',
    unit: 'FRACTION',
    better: 'LOWER',
    balance: false,
    terms: () => ({ numerator: serviceCategories.map(costOf), denominator: [recurringRevenue] }),
    undefinedBecause: (facts) => {
      if (lacksCosts(facts)) return 'NO_COST_DATA';
      return facts.balanceTime === 0 ? 'NO_BASE' : null;
    },
    reasons: {
      NO_COST_DATA: noCostData,
      NO_BASE: {
        title: 'No recurring revenue',
        explanation: 'Nobody paid on any day of the period, so there is no revenue to hold the cost against.',
      },
    },
    switches: [],
  },
  () => serviceCategories,
);
