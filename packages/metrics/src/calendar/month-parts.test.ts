import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayOf } from './day.ts';
import { partsBefore, partsOfYear } from './month-parts.ts';

it.each([
  [2025, 1, 30],
  [2025, 4, 31],
] as const)('of %d-%d each day has the same', (year, month, each) => {
  const first = dayOf(year, month, 1);
  for (let day = first; day < first + 28; day++) expect(partsBefore(day + 1) - partsBefore(day)).toBe(each);
});

it('gives every month as many, and every year', () => {
  for (let month = 1; month <= 12; month++) {
    expect(partsBefore(dayOf(2024, month + 1, 1)) - partsBefore(dayOf(2024, month, 1))).toBe(930);
  }
  expect(partsBefore(dayOf(2025, 1, 1)) - partsBefore(dayOf(2024, 1, 1))).toBe(partsOfYear);
  expect(partsBefore(0)).toBe(0);
});

it('leaves no day without any', () => {
  fc.assert(
    fc.property(fc.integer({ min: -30_000, max: 90_000 }), (day) => {
      const parts = partsBefore(day + 1) - partsBefore(day);
      expect(parts).toBeGreaterThanOrEqual(30);
      expect(parts).toBeLessThanOrEqual(34);
    }),
  );
});
