import { day } from '../testing/worked-ledger.ts';
import type { UsageLine } from '../testing/worked-usage.ts';
import type { Example } from './example.ts';

/** Users of one account, each active in March 2025 on so many days from the first on. */
function activeDays(...days: readonly number[]): readonly UsageLine[] {
  return days.map((count, user): UsageLine => `acme user-${user} 2025-03-01 2025-03-${String(count).padStart(2, '0')}`);
}

/** Users of one account, each active on one day of so many of the four weeks up to 31 March 2025. */
function activeWeeks(...weeks: readonly number[]): readonly UsageLine[] {
  return weeks.flatMap((count, user) =>
    Array.from({ length: count }, (_, week): UsageLine => {
      const on = `2025-03-${String(7 + 7 * week).padStart(2, '0')}`;
      return `acme user-${user} ${on} ${on}`;
    }),
  );
}

function users(count: number, feature = ''): readonly UsageLine[] {
  return Array.from(
    { length: count },
    (_, user): UsageLine => `acme user-${user} 2025-03-10 2025-03-10${feature === '' ? '' : ` ${feature}`}`,
  );
}

const times = (value: number, count: number): readonly number[] => new Array<number>(count).fill(value);

/** Use of the product. Where a page gives thousands of users, ours are as many fewer. */
export const productUse: readonly Example[] = [
  {
    source: 'https://www.usedaymark.io/metrics/dau-mau-stickiness',
    title: 'Daymark: 5,000 users a day of 20,000 a month are 25 %, here five of twenty',
    // 155 user-days of 31 days are five a day.
    usage: { lines: activeDays(...times(8, 15), ...times(7, 5)) },
    expected: { STICKINESS: '25%', 'STICKINESS.USER_DAYS': '155' },
  },
  {
    source: 'https://help.june.so/en/articles/4752500-how-active-users-are-calculated',
    title: 'June: a DAU/WAU of 60 % is 4.2 days of 7',
    period: { kind: 'range', start: day('2025-03-01'), end: day('2025-03-08') },
    usage: { lines: activeDays(...times(4, 8), ...times(5, 2)) },
    expected: { STICKINESS: '60%' },
  },
  {
    source: 'https://statsig.com/perspectives/-key-metrics-to-understand-waumau-ratios',
    title: 'Statsig: 60,000 users a week of 100,000 a month are 60 %, here six of ten',
    usage: { lines: activeWeeks(...times(4, 4), ...times(2, 2), ...times(1, 4)) },
    expected: { STICKINESS_WEEKLY: '60%' },
  },
  {
    source: 'https://metrickittools.com/saas-metrics/wau-mau-calculator',
    title: 'MetricKit: 3,000 users a week of 8,000 a month are 37.5 %, here three of eight',
    usage: { lines: activeWeeks(...times(2, 4), ...times(1, 4)) },
    expected: { STICKINESS_WEEKLY: '37.5%' },
  },
  {
    source: 'https://gamigion.com/user-stickiness-measuring-product-success',
    title: 'Gamigion: 10,000 of 20,000 were there in the past week, 50 %, here two of four',
    usage: {
      lines: [
        'acme ann 2025-03-28 2025-03-28',
        'acme bob 2025-03-28 2025-03-28',
        'acme cy 2025-03-05 2025-03-05',
        'acme dee 2025-03-05 2025-03-05',
      ],
    },
    expected: { STICKINESS_WEEKLY: '25%' },
    differs: {
      key: 'STICKINESS_WEEKLY',
      value: '50%',
      why: 'The last week alone over the month; ours is the mean of its four weeks, of which two had nobody. The days are ours.',
    },
  },
  {
    source: 'https://www.petavue.com/glossary/license-utilization',
    title: 'Petavue: 60 active of 100 seats are 60 %',
    usage: { lines: users(60), seats: ['acme 2024-01-01 100'] },
    expected: { PRODUCT_ADOPTION: '60%' },
  },
  {
    source: 'https://www.revos.ai/blog/license-utilization',
    title: 'RevOS: 62 distinct users of 100 seats are 62 %',
    usage: { lines: users(62), seats: ['acme 2024-01-01 100'] },
    expected: { PRODUCT_ADOPTION: '62%' },
  },
  {
    source: 'https://metrickittools.com/glossary/feature-adoption',
    title: 'MetricKit: 800 of 2,000 active users are 40 %, here 8 of 20',
    usage: { lines: [...users(20), ...users(8, 'reports')], feature: 'reports' },
    expected: { FEATURE_ADOPTION: '40%' },
  },
  {
    source: 'https://www.calclet.com/tools/saas-feature-adoption-rate-calculator',
    title: 'Calclet: 3,560 of 12,800 seats entitled to a feature are 27.81 %, here 89 of 320',
    usage: {
      lines: [...users(178), ...users(89, 'automation')],
      seats: ['acme 2024-01-01 320'],
      feature: 'automation',
    },
    expected: { FEATURE_ADOPTION: '50.00%', PRODUCT_ADOPTION: '55.63%' },
    differs: {
      key: 'FEATURE_ADOPTION',
      value: '27.81%',
      why: 'Over seats rather than over users who were active, of whom we take 178: how few use the feature and how few use the product are one number then.',
    },
  },
  {
    source: 'https://distilled-cs.pages.dev/metrics/product_adoption_depth',
    title: 'Distilled CS: features used over those of the plan, under the name of adoption depth',
    usage: { lines: users(3, 'search'), features: ['search', 'analytics', 'forecast', 'export'] },
    expected: { ADOPTION_BREADTH: '25%' },
  },
  {
    source: 'https://pulserevops.com/knowledge/q526',
    title: 'Pulse RevOps: 22 of 50 seats used all three modules, a breadth of 44 %',
    usage: {
      lines: [...users(22, 'search'), ...users(22, 'analytics'), ...users(22, 'forecast')],
      features: ['search', 'analytics', 'forecast'],
      seats: ['acme 2024-01-01 50'],
    },
    expected: { ADOPTION_BREADTH: '100%', PRODUCT_ADOPTION: '44%' },
    publishedWrong: {
      key: 'ADOPTION_BREADTH',
      value: '44%',
      why: 'Users over seats is how many adopted, whatever they use; of the modules all three are used.',
    },
  },
];
