import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Feature adoption, for the feature that the question names. */
export const featureAdoption: Metric<ProductFacts> = {
  key: 'FEATURE_ADOPTION',
  name: 'Feature adoption',
  shortName: 'Feature adoption',
  description:
    'Users of one feature over all users active in the period; the question names the feature. Everybody who was active is in the base, whether or not their plan has the feature: filter by plan to see those who could use it. Others divide by the seats entitled to the feature, which mixes how few use it with how few use the product.',
  formula: 'users of the feature ÷ active users',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'FEATURE_USERS',
        label: 'Users of the feature',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.featureUsers,
      },
    ],
    denominator: [
      { key: 'ACTIVE_USERS', label: 'Active users', sign: 1, measure: 'COUNT', of: (facts) => facts.activeUsers },
    ],
  }),
  undefinedBecause: (facts) => {
    if (facts.accounts > 0 && facts.asked === 0) return 'NOT_APPLICABLE';
    return facts.activeUsers === 0 ? 'NO_USAGE_DATA' : null;
  },
  reasons: {
    NOT_APPLICABLE: {
      title: 'No feature chosen',
      explanation: 'The number is about one feature, and the question names none that is known. Choose a feature.',
    },
    NO_USAGE_DATA: noUsageData,
  },
  switches: [],
};
