import fc from 'fast-check';
import { expect, it } from 'vitest';
import { movementCode } from '../movements/movement.ts';
import { accounts, ledgerOf } from '../testing/histories.ts';
import { dateOf, kindOf, lossesUntil, mostDates, movementIndex, paidSince, placeOf } from './movement-index.ts';

const { NEW, REACTIVATION, CONTRACTION, CHURN, FX } = movementCode;

it('tells of each movement what its account’s others mean to it', () => {
  fc.assert(
    fc.property(accounts, fc.constantFrom('rateAtMovement', 'revalueMonthly'), (generated, fx) => {
      const { movements } = ledgerOf(generated, [], fx);
      const index = movementIndex(movements);
      const dayAt = (place: number | undefined) => index.dates[place ?? -1];
      const returning: number[] = [];
      generated.forEach((_, account) => {
        const rows = [...movements.days.keys()].slice(movements.offsets[account], movements.offsets[account + 1]);
        const last = (among: readonly number[], kinds: readonly number[]) =>
          among.filter((row) => kinds.includes(movements.kinds[row] ?? -1)).at(-1);
        const loss = last(rows, [CONTRACTION, CHURN, FX]);
        if (last(rows, [REACTIVATION]) !== undefined) returning.push(account);
        rows.forEach((row, nth) => {
          const arrival = last(rows.slice(0, nth + 1), [NEW, REACTIVATION]);
          const moment = index.moments[row] ?? 0;
          expect([placeOf(moment), kindOf(moment)]).toEqual([account, movements.kinds[row]]);
          expect(dayAt(dateOf(moment))).toBe(movements.days[row]);
          const span = index.spans[row] ?? -1;
          expect(dayAt(paidSince(span))).toBe(movements.days[arrival ?? -1]);
          expect(dayAt(lossesUntil(span) - 1)).toBe(movements.days[loss ?? -1]);
        });
      });
      expect(index.mostRows).toBe(movements.days.length);
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

it('tells accounts and dates apart up to the most there may be, and refuses more', () => {
  const accounts = 4_096;
  const days = Int32Array.from({ length: mostDates }, (_, day) => day);
  const offsets = Uint32Array.from({ length: accounts + 1 }, (_, account) => (account < accounts ? 0 : mostDates));
  const kinds = new Uint8Array(mostDates).fill(FX);
  const { moments, spans } = movementIndex({ offsets, days, kinds, amounts: new Float64Array(mostDates) });
  const last = moments[mostDates - 1] ?? 0;
  expect([paidSince(spans[0] ?? -1), lossesUntil(spans[0] ?? -1)]).toEqual([0, mostDates]);
  expect([placeOf(last), dateOf(last), kindOf(last)]).toEqual([accounts - 1, mostDates - 1, FX]);

  const more = Int32Array.from({ length: mostDates + 1 }, (_, day) => day);
  expect(() =>
    movementIndex({
      offsets: Uint32Array.of(0, more.length),
      days: more,
      kinds: new Uint8Array(more.length),
      amounts: new Float64Array(more.length),
    }),
  ).toThrow(/movements on 32768 different days and 32767 is the most/);
});
