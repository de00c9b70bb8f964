import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** User adoption. */
export const userAdoption: Metric<ProductFacts> = {
  key: 'USER_ADOPTION',
  name: 'User adoption',
  shortName: 'User adoption',
  description:
    'Of the users who were active in the last weeks, the share that made the product a habit: active in at least 3 of 4 weeks, unless the policy asks for others. The weeks are seven days each, counted back from the end of the period, or from today while the period is unfinished, however long the period is. It is a share of users, not of seats: see product adoption for those.',
  formula: 'users active in at least k of the last n weeks ÷ users active in those weeks',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: true,
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'REGULAR_USERS',
        label: 'Users active in enough of the weeks',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.regularUsers,
      },
    ],
    denominator: [
      {
        key: 'RECENT_USERS',
        label: 'Users active in any of the weeks',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.recentUsers,
      },
    ],
  }),
  undefinedBecause: (facts) => (facts.recentUsers === 0 ? 'NO_USAGE_DATA' : null),
  reasons: { NO_USAGE_DATA: noUsageData },
  switches: ['userAdoptionWeeks', 'userAdoptionAtLeast'],
};
