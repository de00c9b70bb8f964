import { type CostCategory, serviceCategories } from '../../costs/cost-category.ts';
import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Measure, Term } from '../../metric.ts';

const labels: Readonly<Record<CostCategory, string>> = {
  acquisition: 'Cost of acquisition',
  retention: 'Cost of retention',
  success: 'Cost of customer success',
  support: 'Cost of support',
  product: 'Cost of the product',
};

/** What a category came to in the period. */
export function costOf(category: CostCategory): Term<EconomicsFacts> {
  return {
    key: `${category.toUpperCase()}_COST`,
    label: labels[category],
    sign: 1,
    measure: 'MONEY',
    of: (facts) => facts.costs[category].amount,
  };
}

/** A fact about recurring revenue, beside costs. */
export function ofRevenue(
  key: string,
  label: string,
  measure: Measure,
  fact: keyof RevenueFacts,
): Term<EconomicsFacts> {
  return { key, label, sign: 1, measure, of: (facts) => facts.revenue[fact] };
}

/** Recurring revenue of the period: a twelfth of the annual value a month, whatever its days, and of days their part of it. */
export const recurringRevenue: Term<EconomicsFacts> = {
  key: 'RECURRING_REVENUE',
  label: 'Recurring revenue over the period',
  sign: 1,
  measure: 'REVENUE',
  of: (facts) => facts.balanceTime,
};

/** Customers won in the period. */
export const customersWon: Term<EconomicsFacts> = ofRevenue('CUSTOMERS_NEW', 'Customers won', 'COUNT', 'customersNew');

/** Whether no cost of any of some categories falls into the period. */
export function lacksCosts(facts: EconomicsFacts, categories: readonly CostCategory[] = serviceCategories): boolean {
  return categories.every((category) => facts.costs[category].entries === 0);
}

/** What to say where no costs are known. */
export const noCostData: { readonly title: string; readonly explanation: string } = {
  title: 'No costs known',
  explanation:
    'No cost of the kind this needs falls into the period for these accounts. It appears once such costs are imported.',
};
