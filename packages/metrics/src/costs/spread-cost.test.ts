import fc from 'fast-check';
import { expect, it } from 'vitest';
import { costWithin } from './spread-cost.ts';

it('spreads a cost evenly, the same to each month', () => {
  const january = { amount: 310_00, startsOn: 0, endsOn: 31 };
  expect(costWithin(january, 0, 31)).toBe(310_00);
  expect(costWithin(january, 10, 20)).toBe(100_00);
  expect(costWithin(january, -50, 1)).toBe(10_00);
  expect(costWithin(january, 31, 60)).toBe(0);
  const third = { amount: 100, startsOn: 0, endsOn: 3 };
  expect([0, 1, 2].map((day) => costWithin(third, day, day + 1))).toEqual([33, 33, 34]);
});

it('loses no minor unit over any partition of its days', () => {
  const cost = fc.record({
    amount: fc.integer({ min: 0, max: 10_000_000_000_000 }),
    startsOn: fc.integer({ min: -25_000, max: 80_000 }),
    days: fc.integer({ min: 1, max: 100_000 }),
  });
  fc.assert(
    fc.property(cost, fc.array(fc.nat({ max: 100_000 }), { maxLength: 12 }), ({ amount, startsOn, days }, cuts) => {
      const spread = { amount, startsOn, endsOn: startsOn + days };
      const bounds = [startsOn - 1, ...cuts.map((cut) => startsOn + cut), startsOn + 100_001].sort((a, b) => a - b);
      let sum = 0;
      bounds.slice(1).forEach((until, index) => {
        const part = costWithin(spread, bounds[index] ?? until, until);
        expect(Number.isInteger(part) && part >= 0).toBe(true);
        sum += part;
      });
      expect(sum).toBe(amount);
    }),
  );
});
