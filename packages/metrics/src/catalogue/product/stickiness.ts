import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Stickiness, DAU over MAU. */
export const stickiness: Metric<ProductFacts> = {
  key: 'STICKINESS',
  name: 'Stickiness (DAU/MAU)',
  shortName: 'Stickiness',
  description:
    'How much of the period its users were there: the mean number of users a day over all users active in the period. Over one month that is DAU/MAU, over one week DAU/WAU; over a longer period it is lower, because more users come by once. WAU/MAU, which some call stickiness too, counts a user for the whole week of a visit, is higher, and is not this number; nor is the chart of how many users were there on how many days, which carries the name in other tools. Every day of the period counts, weekends too, and of an unfinished period those that have come.',
  formula: 'user-days ÷ (active users × days)',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'USER_DAYS',
        label: 'Days on which a user was active',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.userDays,
      },
    ],
    denominator: [
      {
        key: 'POSSIBLE_USER_DAYS',
        label: 'Active users × days',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.possibleDays,
      },
    ],
  }),
  undefinedBecause: (facts) => (facts.activeUsers === 0 ? 'NO_USAGE_DATA' : null),
  reasons: { NO_USAGE_DATA: noUsageData },
  switches: [],
};
