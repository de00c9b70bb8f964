import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Adoption breadth, features used of those in the plan. */
export const adoptionBreadth: Metric<ProductFacts> = {
  key: 'ADOPTION_BREADTH',
  name: 'Adoption breadth',
  shortName: 'Breadth',
  description:
    'Of the features in the plans of the accounts, the share that anybody there used in the period. It is about features, not people: how many people use a feature, which some call its breadth, is feature adoption. Features add up over accounts, so an account with a larger plan weighs more. The base is accounts that pay at the end of the period or were active in it; the plan is the trait `plan` as it was on the last day, and use of a feature outside it does not count. Accounts without a plan, or with one that no feature belongs to, are left out and counted.',
  formula: 'Σ features used of those in the plan ÷ Σ features in the plan',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'FEATURES_USED',
        label: 'Features used, over accounts',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.featuresUsed,
      },
    ],
    denominator: [
      {
        key: 'FEATURES_IN_PLAN',
        label: 'Features in plan, over accounts',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.featuresInPlan,
      },
    ],
  }),
  undefinedBecause: (facts) => {
    if (facts.tracked === 0) return 'NO_USAGE_DATA';
    return facts.featuresInPlan === 0 ? 'NO_BASE' : null;
  },
  reasons: {
    NO_USAGE_DATA: noUsageData,
    NO_BASE: {
      title: 'No features in plan',
      explanation:
        'No feature is known to belong to a plan of these accounts. Say which plans each feature belongs to.',
    },
  },
  switches: [],
  coverage: ({ plannedAccounts, planlessAccounts }) =>
    plannedAccounts + planlessAccounts === 0 ? 1 : plannedAccounts / (plannedAccounts + planlessAccounts),
  excluded: ({ planlessAccounts }) =>
    planlessAccounts === 0
      ? []
      : [
          {
            reason: 'NO_PLAN_FEATURES',
            explanation: 'Accounts without a plan, or with one that no feature is known to belong to.',
            count: planlessAccounts,
          },
        ],
};
