import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineEconomicsMetric } from './define-economics-metric.ts';
import { ltvCategories, ltvFormula, ltvReason, ltvReasons, ltvSwitches } from './ltv-formula.ts';

/** Customer lifetime value. */
export const ltv: Metric<EconomicsFacts> = defineEconomicsMetric(
  {
    key: 'LTV',
    name: 'Customer lifetime value',
    shortName: 'LTV',
    description:
      'What a customer leaves over the time they stay: what one pays a month, less the cost to serve them, times the months they stay. Those are one over the churn of the last months, and never more than the policy’s cap. Some tools leave the cost out, and some call revenue per customer the lifetime value.',
    formula: 'ARPA × margin ÷ monthly churn',
    unit: 'MONEY',
    better: 'HIGHER',
    balance: false,
    terms: ltvFormula,
    undefinedBecause: ltvReason,
    reasons: ltvReasons,
    switches: ltvSwitches,
  },
  ltvCategories,
);
