import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movementCode } from '../movements/movement.ts';
import { accounts, ledgerOf } from '../testing/histories.ts';
import { movementIndex } from './movement-index.ts';

const { NEW, REACTIVATION, CONTRACTION, CHURN, FX } = movementCode;

it('tells of each movement what its account’s others mean to it', () => {
  fc.assert(
    fc.property(accounts, fc.constantFrom('rateAtMovement', 'revalueMonthly'), (generated, fx) => {
      const { movements } = ledgerOf(generated, [], fx);
      const index = movementIndex(movements);
      const dateOf = (place: number | undefined) => index.dates[place ?? -1];
      const returning: number[] = [];
      generated.forEach((_, account) => {
        const rows = [...index.rows].slice(movements.offsets[account], movements.offsets[account + 1]);
        const last = (among: readonly number[], kinds: readonly number[]) =>
          among.filter((row) => kinds.includes(movements.kinds[row] ?? -1)).at(-1);
        const loss = last(rows, [CONTRACTION, CHURN, FX]);
        if (last(rows, [REACTIVATION]) !== undefined) returning.push(account);
        rows.forEach((row, nth) => {
          const arrival = last(rows.slice(0, nth + 1), [NEW, REACTIVATION]);
          expect(dateOf(index.days[row])).toBe(movements.days[row]);
          expect(dateOf(index.firstPaid[row])).toBe(movements.days[rows[0] ?? -1]);
          expect(dateOf(index.paidSince[row])).toBe(movements.days[arrival ?? -1]);
          expect(dateOf(index.lastLoss[row])).toBe(movements.days[loss ?? -1]);
          expect(index.places[row]).toBe(account);
        });
      });
      expect([...index.returning]).toEqual(returning);
      expect([...index.dates]).toEqual([...new Set(movements.days)].sort((a, b) => a - b));
    }),
  );
});

it('is made once for as long as nothing moves', () => {
  const { movements } = ledgerOf([]);
  expect(movementIndex(movements)).toBe(movementIndex(movements));
  expect(movementIndex({ ...movements })).not.toBe(movementIndex(movements));
});
