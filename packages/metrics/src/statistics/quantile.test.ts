import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { medianWithout } from './median-without.ts';
import { ascending, half, nineTenths, quantile } from './quantile.ts';

const whole = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 40 });

describe('quantile', () => {
  // What PostgreSQL's percentile_cont gives.
  it.each([
    [[7], 7, 7],
    [[10, 20], 15, 19],
    [[1, 2, 3, 4], 2.5, 3.7],
    [[1, 2, 3, 4, 100], 3, 61.6],
    [[0, 0, 0, 60, 3600, 86400], 30, 45_000],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 6, 10],
  ])('of %j: the median is %d and nine tenths lie below %d', (values, median, ninth) => {
    expect(quantile(values, half)).toBe(median);
    expect(quantile(values, nineTenths)).toBe(ninth);
  });

  it('of nothing is not a number', () => {
    expect(quantile([], half)).toBeNaN();
  });

  it('lies within the values, and its share of them does not lie above it', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 20 }), (values, part) => {
        const sorted = ascending(values);
        const found = quantile(sorted, { part, of: 20 });
        expect(found).toBeGreaterThanOrEqual(sorted[0] ?? 0);
        expect(found).toBeLessThanOrEqual(sorted.at(-1) ?? 0);
        const above = values.filter((value) => value > found).length;
        expect(above).toBeLessThanOrEqual(Math.ceil(((20 - part) * (values.length - 1)) / 20));
      }),
    );
  });
});

describe('medianWithout', () => {
  it('is the median of what is left', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 30 }), (rows) => {
        const values = rows.map(([value]) => value);
        const taken = rows.filter(([, gone]) => gone).map(([value]) => value);
        const left = rows.filter(([, gone]) => !gone).map(([value]) => value);
        expect(medianWithout(ascending(values), ascending(taken))).toEqual(quantile(ascending(left), half));
      }),
      { numRuns: 500 },
    );
  });
});
