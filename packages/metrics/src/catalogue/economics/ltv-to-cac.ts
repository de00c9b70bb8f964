import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { lacksCosts } from './economics-terms.ts';
import { ltvCategories, ltvFormula, ltvReason, ltvReasons, ltvSwitches, overCac } from './ltv-formula.ts';

/** Lifetime value over acquisition cost. */
export const ltvToCac: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'LTV_TO_CAC',
    name: 'LTV to CAC',
    shortName: 'LTV : CAC',
    description:
      'How many times over a customer brings back what winning one cost. With the margin that LTV counts with, or, where the policy leaves that out, without.',
    formula: 'LTV ÷ CAC',
    unit: 'MULTIPLE',
    better: 'HIGHER',
    balance: false,
    terms: (policy) => {
      const formula = ltvFormula(policy);
      return { ...formula, factors: [...(formula.factors ?? []), overCac] };
    },
    undefinedBecause: (facts, policy) => {
      if (lacksCosts(facts, ['acquisition'])) return 'NO_COST_DATA';
      if (facts.revenue.customersNew === 0 || facts.costs.acquisition.amount === 0) return 'NO_BASE';
      return ltvReason(facts, policy);
    },
    reasons: {
      ...ltvReasons,
      NO_BASE: {
        title: 'Nothing to compare',
        explanation: 'Nobody was won, winning them cost nothing, or nobody pays at the end of the period.',
      },
    },
    switches: ltvSwitches,
  },
  (policy) => ['acquisition', ...ltvCategories(policy)],
);
