import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addMonths, dayOf, partsOf } from '../calendar/day.ts';
import { movementCode } from '../movements/movement.ts';
import { accounts, firstDay, ledgerOf } from '../testing/histories.ts';
import { cellOf, cohortIndex, mostMonths } from './cohort-index.ts';
import type { MovementColumns } from './ledger.ts';

const { NEW, REACTIVATION, CHURN } = movementCode;
const monthOf = (day: number | undefined) => {
  const { year, month } = partsOf(day ?? Number.NaN);
  return dayOf(year, month, 1);
};

it('has every movement once, by the month of its account’s first payment and its own', () => {
  fc.assert(
    fc.property(accounts, fc.integer({ min: -10, max: 800 }), (generated, passed) => {
      const { movements } = ledgerOf(generated);
      const today = firstDay + passed;
      const index = cohortIndex(movements, today);
      const placeOf = (day: number | undefined) =>
        day !== undefined && day <= today ? index.months.indexOf(monthOf(day)) : index.months.length;
      const expected = new Map<number, object[]>();
      generated.forEach((_, account) => {
        const [begin = 0, end = 0] = movements.offsets.slice(account, account + 2);
        expect(index.firstMonth[account]).toBe(begin === end ? -1 : placeOf(movements.days[begin]));
        for (let row = begin; row < end; row++) {
          const kind = movements.kinds[row] ?? -1;
          const cell = cellOf(index, placeOf(movements.days[begin]), placeOf(movements.days[row]));
          const heads = kind === CHURN ? -1 : Number(kind === NEW || kind === REACTIVATION);
          expected.set(cell, [...(expected.get(cell) ?? []), { account, amount: movements.amounts[row], heads }]);
        }
      });
      for (let cell = 0; cell + 1 < index.offsets.length; cell++) {
        const rows = Array.from(
          index.accounts.subarray(index.offsets[cell], index.offsets[cell + 1]),
          (account, nth) => ({
            account,
            amount: index.amounts[(index.offsets[cell] ?? 0) + nth],
            heads: index.heads[(index.offsets[cell] ?? 0) + nth],
          }),
        );
        expect(rows).toEqual(expected.get(cell) ?? []);
      }
    }),
  );
});

it('is made once for as long as nothing moves and the day lasts', () => {
  const { movements } = ledgerOf([]);
  expect(cohortIndex(movements, 100)).toBe(cohortIndex(movements, 100));
  expect(cohortIndex(movements, 101)).not.toBe(cohortIndex(movements, 100));
});

it('knows so many months and refuses more', () => {
  const monthly = (months: number): MovementColumns => ({
    offsets: Uint32Array.of(0, months),
    days: Int32Array.from({ length: months }, (_, month) => addMonths(dayOf(1900, 1, 1), month)),
    kinds: new Uint8Array(months),
    amounts: new Float64Array(months).fill(1),
  });
  const today = dayOf(3000, 1, 1);
  const { months, offsets } = cohortIndex(monthly(mostMonths), today);
  expect([months.length, offsets[mostMonths]]).toEqual([mostMonths, mostMonths]);
  expect(() => cohortIndex(monthly(mostMonths + 1), today)).toThrow(
    /movements in 2049 different months and 2048 is the most/,
  );
});
