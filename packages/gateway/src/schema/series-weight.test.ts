import { dayOf } from '@plimsoll/metrics';
import { expect, it } from 'vitest';
import { seriesWeight } from './series-weight.ts';

it.each([
  ['twelve points where no period is named', {}, 34],
  ['each point of a longer period', { period: { last: { count: 36, unit: 'MONTH', includeCurrent: false } } }, 82],
  ['no less than one point', { period: { month: '2026-11' }, granularity: 'YEAR' }, 12],
  ['the months of a year', { period: { year: 2026 } }, 36],
  ['the months of a fiscal year', { period: { fiscalYear: 2026 } }, 36],
  ['the days of a month', { period: { current: 'MONTH' }, granularity: 'DAY' }, 70],
  ['days', { period: { range: { start: dayOf(2026, 1, 1), end: dayOf(2026, 1, 29) } }, granularity: 'WEEK' }, 18],
  ['the units that points look back over', { trailing: 12 }, 45],
  [
    'the longest',
    { period: { last: { count: 400, unit: 'DAY', includeCurrent: false } }, granularity: 'DAY', trailing: 120 },
    4_776,
  ],
  [
    'no more than the longest, however long',
    {
      period: { last: { count: 2_147_483_647, unit: 'YEAR', includeCurrent: false } },
      granularity: 'DAY',
      trailing: 2_147_483_647,
    },
    4_776,
  ],
  [
    'no less than the shortest, however wrong',
    { period: { last: { count: -2_147_483_648, unit: 'YEAR', includeCurrent: false } }, trailing: -5 },
    12,
  ],
] as const)('weighs %s', (_, asked, weight) => {
  expect(seriesWeight({ granularity: 'MONTH', ...asked }, { accounts: 0, months: 1 })).toBe(weight);
});

it('weighs a pass over the accounts for every 24 points, and one more', () => {
  const thirtySix = { last: { count: 36, unit: 'MONTH', includeCurrent: false } } as const;
  const asked = { granularity: 'MONTH', period: thirtySix } as const;
  expect(seriesWeight(asked, { accounts: 100_000, months: 36 })).toBe(82 + 250);
});
