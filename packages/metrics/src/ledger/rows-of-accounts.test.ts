import fc from 'fast-check';
import { expect, it } from 'vitest';
import { accountsAtOnce, rowsOfAccounts } from './rows-of-accounts.ts';

/** How many rows each account has, few or many, and whether it is asked for. */
const some = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.boolean()), { maxLength: 60 });

it.each([
  ['apart', (asked: boolean) => asked],
  ['neighbours', () => true],
])('gives the rows of accounts that are %s, one account after the other', (_, isAsked) => {
  fc.assert(
    fc.property(some, fc.integer({ min: 0, max: 2 * accountsAtOnce }), (generated, before) => {
      const counts = [...Array.from({ length: before }, () => 1), ...generated.map(([count]) => count)];
      const offsets = new Uint32Array(counts.length + 1);
      counts.forEach((count, account) => {
        offsets[account + 1] = (offsets[account] ?? 0) + count;
      });
      const every = Array.from({ length: offsets[counts.length] ?? 0 }, (_, row) => row);
      const accounts = Uint32Array.from(
        counts.flatMap((_, account) =>
          isAsked(generated[account - before]?.[1] ?? account % 3 === 0) ? [account] : [],
        ),
      );
      const found: number[] = [];
      const inTurn: number[] = [];
      for (const turn of rowsOfAccounts(offsets, accounts)) {
        found.push(...(turn.rows ?? every.slice(turn.begin, turn.end)));
        expect(turn.rows?.every((row) => row >= turn.begin && row < turn.end) ?? true).toBe(true);
        inTurn.push(...turn.accounts);
        expect(new Set([...turn.accounts].map((account) => Math.floor(account / accountsAtOnce))).size).toBe(1);
      }
      expect(inTurn).toEqual([...accounts]);
      expect(found).toEqual(
        [...accounts].flatMap((account) => [...every.slice(offsets[account], offsets[account + 1])]),
      );
    }),
  );
});
