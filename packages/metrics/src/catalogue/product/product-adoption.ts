import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Product adoption, active users over licensed seats. */
export const productAdoption: Metric<ProductFacts> = {
  key: 'PRODUCT_ADOPTION',
  name: 'Product adoption',
  shortName: 'Adoption',
  description:
    'Users active in the period over the seats licensed at its end, also known as licence utilization. It exceeds 1 where more people use the product than there are seats for: seats that change hands, or are shared beyond the licence. Accounts of which no seats are known are left out with their users, and counted in the exclusions and the coverage; accounts with seats that nobody uses count in full.',
  formula: 'active users ÷ licensed seats',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'SEATED_USERS',
        label: 'Active users of accounts with seats',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.seatedUsers,
      },
    ],
    denominator: [
      { key: 'SEATS', label: 'Licensed seats at the end', sign: 1, measure: 'COUNT', of: (facts) => facts.seats },
    ],
  }),
  undefinedBecause: (facts) => {
    if (facts.tracked === 0) return 'NO_USAGE_DATA';
    return facts.seats === 0 ? 'NO_BASE' : null;
  },
  reasons: {
    NO_USAGE_DATA: noUsageData,
    NO_BASE: {
      title: 'No seats known',
      explanation:
        'No licensed seats are known of these accounts at the end of the period. Report them to see adoption.',
    },
  },
  switches: [],
  coverage: ({ seatedAccounts, unseatedAccounts }) =>
    seatedAccounts + unseatedAccounts === 0 ? 1 : seatedAccounts / (seatedAccounts + unseatedAccounts),
  excluded: ({ unseatedAccounts }) =>
    unseatedAccounts === 0
      ? []
      : [
          {
            reason: 'NO_SEAT_DATA',
            explanation: 'Accounts that used the product in the period and of which no licensed seats are known.',
            count: unseatedAccounts,
          },
        ],
};
