import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { costOf, customersWon, lacksCosts, noCostData } from './economics-terms.ts';
import { countsMargin, lacksMargin, ltvCategories, marginFactor, overArpa } from './ltv-formula.ts';

/** CAC payback. */
export const cacPayback: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'CAC_PAYBACK',
    name: 'CAC payback',
    shortName: 'CAC payback',
    description:
      'How many months a customer needs to bring back what winning one cost, with the margin that LTV counts with, or, where the policy leaves that out, without. What a customer brings is the ARPA of all customers: where new ones start smaller or larger it takes longer or less.',
    formula: 'CAC ÷ (ARPA × margin), in months',
    unit: 'MONTHS',
    better: 'LOWER',
    balance: false,
    terms: (policy) => ({
      numerator: [costOf('acquisition')],
      denominator: [customersWon],
      factors: [overArpa, ...marginFactor(policy, 'DIVIDED_BY')],
    }),
    undefinedBecause: (facts, policy) => {
      if (lacksCosts(facts, ['acquisition'])) return 'NO_COST_DATA';
      if (countsMargin(policy) && lacksCosts(facts)) return 'NO_COST_DATA';
      if (facts.revenue.customersNew === 0 || facts.revenue.customersEnd === 0) return 'NO_BASE';
      return countsMargin(policy) && lacksMargin(facts) ? 'NO_MARGIN' : null;
    },
    reasons: {
      NO_COST_DATA: noCostData,
      NO_BASE: {
        title: 'No customers to pay back',
        explanation: 'Nobody was won in this period, or nobody pays at its end.',
      },
      NO_MARGIN: {
        title: 'It is never paid back',
        explanation: 'Serving the customers costs as much as they bring, so nothing is left to pay for winning them.',
      },
    },
    switches: ['ltvMethod', 'reactivationWindowDays'],
  },
  (policy) => ['acquisition', ...ltvCategories(policy)],
);
