import { product } from '../../facts/product/product.ts';
import type { ProductFacts } from '../../facts/product/product-facts.ts';
import type { Metric } from '../../metric.ts';
import { noUsageData } from './no-usage-data.ts';

/** Weekly stickiness, WAU over MAU. */
export const stickinessWeekly: Metric<ProductFacts> = {
  key: 'STICKINESS_WEEKLY',
  name: 'Weekly stickiness (WAU/MAU)',
  shortName: 'Weekly stickiness',
  description:
    'In how many of its weeks its users were there: the mean number of users a week over all users active in these weeks. The weeks are seven days each, counted back from the end of the period, as many as fit into it: four in a month, so that MAU is that of 28 days. Many take the last week alone over the month, which hangs on which days of the week that is; the mean of the four does not. A user counts for the whole week of a visit, so it is higher than DAU/MAU and not to be compared with it. Of an unfinished period the days that have come are taken, and one week at least is looked at.',
  formula: 'user-weeks ÷ (active users × weeks)',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  usualPeriod: { kind: 'last', count: 1, unit: 'MONTH' },
  source: product,
  terms: () => ({
    numerator: [
      {
        key: 'USER_WEEKS',
        label: 'Weeks in which a user was active',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.userWeeks,
      },
    ],
    denominator: [
      {
        key: 'POSSIBLE_USER_WEEKS',
        label: 'Active users × weeks',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.possibleWeeks,
      },
    ],
  }),
  undefinedBecause: (facts) => (facts.possibleWeeks === 0 ? 'NO_USAGE_DATA' : null),
  reasons: { NO_USAGE_DATA: noUsageData },
  switches: [],
  see: 'https://metrickittools.com/glossary/stickiness',
};
