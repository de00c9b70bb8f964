import { partsOfYear } from '../../calendar/month-parts.ts';
import { type CostCategory, serviceCategories } from '../../costs/cost-category.ts';
import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Factor, Quotient, Term, UndefinedReason } from '../../metric.ts';
import type { Policy } from '../../policy.ts';
import { costOf, customersWon, lacksCosts, noCostData, ofRevenue, recurringRevenue } from './economics-terms.ts';

type Operation = Factor<EconomicsFacts>['operation'];

const customers = ofRevenue('CUSTOMERS', 'Paying accounts', 'COUNT', 'customersEnd');

/** MRR at the end over the accounts that pay it. */
const arpa = {
  numerator: [ofRevenue('END_MRR', 'MRR at the end', 'MRR', 'end')],
  denominator: [customers],
} as const;

/** The switches that decide what a customer is worth. */
export const ltvSwitches: readonly (keyof Policy)[] = [
  'ltvMethod',
  'ltvChurnMonths',
  'ltvCapMonths',
  'samePeriodChurn',
  'churnDenominator',
  'reactivationWindowDays',
];

/** Whether a policy counts with what is left after the cost of serving. */
export function countsMargin(policy: Policy): boolean {
  return policy.ltvMethod === 'arpaMarginOverChurn';
}

/** The costs that a policy's customer value reads. */
export function ltvCategories(policy: Policy): readonly CostCategory[] {
  return countsMargin(policy) ? serviceCategories : [];
}

/** What a customer is worth under a policy. */
export function ltvFormula(policy: Policy): Quotient<EconomicsFacts> {
  if (policy.ltvMethod === 'revenuePerCustomer') return { numerator: [recurringRevenue], denominator: [customers] };
  return { ...arpa, factors: [...marginFactor(policy, 'TIMES'), lifetimeFactor(policy)] };
}

/** ARPA as something to divide by. */
export const overArpa: Factor<EconomicsFacts> = {
  key: 'ARPA',
  label: 'MRR per paying account',
  unit: 'MONEY',
  operation: 'DIVIDED_BY',
  ...arpa,
};

/** CAC as something to divide by. */
export const overCac: Factor<EconomicsFacts> = {
  key: 'CAC',
  label: 'Acquisition cost per customer won',
  unit: 'MONEY',
  operation: 'DIVIDED_BY',
  numerator: [costOf('acquisition')],
  denominator: [customersWon],
};

/** The share of revenue that serving customers leaves, where the policy counts with it. */
export function marginFactor(policy: Policy, operation: Operation): readonly Factor<EconomicsFacts>[] {
  if (!countsMargin(policy)) return [];
  const costs = serviceCategories.map((category): Term<EconomicsFacts> => {
    const cost = costOf(category);
    // As revenue is held, so that the two can be taken from each other.
    return { ...cost, sign: -1, measure: 'REVENUE', of: (facts) => partsOfYear * cost.of(facts) };
  });
  return [
    {
      key: 'MARGIN',
      label: 'Margin after the cost to carry',
      unit: 'FRACTION',
      operation,
      numerator: [recurringRevenue, ...costs],
      denominator: [recurringRevenue],
    },
  ];
}

/** How many months customers stay: one over the churn of a month, averaged over months and customers alike. */
function lifetimeFactor(policy: Policy): Factor<EconomicsFacts> {
  return {
    key: 'LIFETIME',
    label: 'Months that a customer stays',
    unit: 'MONTHS',
    operation: 'TIMES',
    numerator: [
      {
        key: 'CUSTOMER_MONTHS',
        label: 'Customer months',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => base(facts, policy),
      },
    ],
    denominator: [
      { key: 'CUSTOMERS_LOST', label: 'Customers lost', sign: 1, measure: 'COUNT', of: (facts) => lost(facts, policy) },
    ],
    ...(policy.ltvCapMonths === null ? {} : { most: policy.ltvCapMonths }),
  };
}

function base({ months }: EconomicsFacts, { churnDenominator }: Policy): number {
  return months.customersStart + (churnDenominator === 'startPlusNew' ? months.customersNew : 0);
}

function lost({ months }: EconomicsFacts, { samePeriodChurn }: Policy): number {
  return months.customersStart - months.customersKept + (samePeriodChurn === 'count' ? months.newcomersLost : 0);
}

/** Why a customer's value cannot be given. */
export function ltvReason(facts: EconomicsFacts, policy: Policy): UndefinedReason | null {
  if (facts.revenue.customersEnd === 0) return 'NO_BASE';
  if (policy.ltvMethod === 'revenuePerCustomer') return null;
  if (countsMargin(policy) && lacksCosts(facts)) return 'NO_COST_DATA';
  return lost(facts, policy) === 0 && policy.ltvCapMonths === null ? 'NO_CHURN' : null;
}

/** Whether serving the customers leaves nothing of what they bring. */
export function lacksMargin(facts: EconomicsFacts): boolean {
  return (
    serviceCategories.reduce(
      (left, category) => left - partsOfYear * facts.costs[category].amount,
      facts.balanceTime,
    ) <= 0
  );
}

/** What to say for each of {@link ltvReason}. */
export const ltvReasons = {
  NO_COST_DATA: noCostData,
  NO_BASE: {
    title: 'No paying accounts',
    explanation: 'Nobody pays at the end of the period, so there is no customer to value.',
  },
  NO_CHURN: {
    title: 'Nobody left',
    explanation:
      'No customer was lost in the months that churn is averaged over, and the policy caps no lifetime, so there is no end to what a customer brings.',
  },
} as const;
