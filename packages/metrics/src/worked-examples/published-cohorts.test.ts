import { expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import { selectAll } from '../ledger/selection.ts';
import { defaultPolicy } from '../policy.ts';
import { type CohortCell, cohorts } from '../reading/cohorts.ts';
import { day } from '../testing/worked-ledger.ts';
import { many } from './book.ts';
import type { PricedLine } from './example.ts';
import { exampleLedger } from './example-ledger.ts';

const today = day('2026-01-15');

/** The cohort of a month at an age. */
function cellOf(subscriptions: readonly PricedLine[], month: string, age: number): CohortCell | undefined {
  const source = 'https://example.com';
  const ledger = exampleLedger({ source, title: '', subscriptions, expected: {} });
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  const [found] = cohorts(question, resolvePeriod({ kind: 'month', month }, today), today);
  return found?.cells[age];
}

it('https://kpitree.co/glossary/saas-metrics/cohort-retention-analysis: 140 of 200 are there after three months', () => {
  const book = [
    ...many('stays', 140, '2025-03-10', '-', '1000'),
    ...many('leaves', 60, '2025-03-10', '2025-05-20', '1000'),
  ];
  expect(cellOf(book, '2025-03', 1)?.customersKept).toBe(1);
  expect(cellOf(book, '2025-03', 3)?.customersKept).toBe(0.7);
});

it('https://support.chargebee.com/support/solutions/articles/251214: January’s $1,000 are $5,000 in December', () => {
  const book: PricedLine[] = ['grows 2025-01-05 2025-08-01 100000', 'grows 2025-08-01 - 500000'];
  expect(cellOf(book, '2025-01', 11)).toMatchObject({ revenueKept: 5, customersKept: 1 });
});

// The numbers are ours.
it('https://product-blueprint.com/cohort-retention: who was gone and is active again is back in the old cohort', () => {
  const book: PricedLine[] = [
    'stays 2025-01-05 - 10000',
    'returns 2025-01-05 2025-03-01 10000',
    'returns 2025-05-01 - 15000',
  ];
  expect([1, 2, 3, 4].map((age) => cellOf(book, '2025-01', age)?.customersKept)).toEqual([1, 0.5, 0.5, 1]);
  expect(cellOf(book, '2025-01', 4)?.revenueKept).toBe(1.25);
  expect(cellOf(book, '2025-05', 0)?.customers).toBe(0);
});

it('https://www.saasgrid.com/docs/cohort-retention-baseline: month 0 is the base, whatever part of it was used', () => {
  // Came on the 30th: the base is what is paid at the month’s end, not what was used of it.
  const book: PricedLine[] = ['late 2025-01-30 - 10000'];
  expect([0, 1].map((age) => cellOf(book, '2025-01', age)?.revenueKept)).toEqual([1, 1]);
});
