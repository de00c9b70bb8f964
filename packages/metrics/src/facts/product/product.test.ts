import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ledger } from '../../ledger/ledger.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAll, selectWhere } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { product } from './product.ts';
import { noProductFacts, type ProductFacts } from './product-facts.ts';

interface UsedDay {
  readonly account: number;
  readonly user: number;
  readonly day: number;
  readonly feature: string;
}

const firstDay = 20_000;
const usedDay: fc.Arbitrary<UsedDay> = fc.record({
  account: fc.nat({ max: 3 }),
  user: fc.nat({ max: 4 }),
  day: fc.integer({ min: firstDay, max: firstDay + 60 }),
  feature: fc.constantFrom('', 'reports', 'export'),
});
const used = fc.uniqueArray(usedDay, { maxLength: 80, selector: (one) => JSON.stringify(one) });
const windows = fc
  .array(fc.tuple(fc.integer({ min: firstDay - 10, max: firstDay + 70 }), fc.nat({ max: 40 })), { minLength: 1 })
  .map((pairs) => pairs.map(([start, days]) => ({ start, end: start + days })));

/** Account 0 has seats from before the days begin, account 1 from amid them on, the others none. */
function ledgerOf(days: readonly UsedDay[]): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  for (let account = 0; account < 4; account++) {
    const plan = account % 2 === 0 ? 'Team' : 'Starter';
    builder.addAccount({ id: `${account}`, externalId: `${account}`, name: `${account}`, traits: { plan } });
  }
  builder.addFeature('reports', ['Team']);
  builder.addFeature('alerts', ['Team', 'Starter']);
  builder.addSeats(0, firstDay - 100, 3);
  builder.addSeats(0, firstDay + 20, 5);
  builder.addSeats(1, firstDay + 30, 2);
  for (const { account, user, day, feature } of days) builder.addUsage(account, day, `u${user}`, feature);
  return builder.build();
}

function sum(all: readonly ProductFacts[]): ProductFacts {
  const total = noProductFacts();
  // Facts hold numbers only.
  const keys = Object.keys(total) as (keyof ProductFacts)[];
  for (const facts of all) for (const key of keys) total[key] += facts[key];
  return total;
}

describe('product facts', () => {
  it('of a selection are the sum of those of its accounts, window by window', () => {
    fc.assert(
      fc.property(used, windows, (days, asked) => {
        const ledger = ledgerOf(days);
        const selection = selectWhere(ledger, { kind: 'trait', key: 'plan', in: ['Team'] });
        const question = { ledger, selection, policy: defaultPolicy, feature: 'reports' };
        const together = product.collect(question, asked);
        for (const [index, window] of asked.entries()) {
          const each = [...selection.indices].map((account) => product.collectAccount(question, account, window));
          expect(together[index]).toEqual(sum(each));
        }
      }),
    );
  });

  it('are what counting one by one gives', () => {
    fc.assert(
      fc.property(used, windows, (days, asked) => {
        const ledger = ledgerOf(days);
        // Two weeks of four, which few days can fill or miss by one.
        const policy = { ...defaultPolicy, userAdoptionAtLeast: 2 };
        const everybody = { ledger, selection: selectAll(ledger), policy, feature: 'reports' };
        const found = product.collect(everybody, asked);
        for (const [index, { start, end }] of asked.entries()) {
          const within = days.filter(({ day }) => day >= start && day < end);
          const active = new Set(within.map(({ account, user }) => `${account} ${user}`)).size;
          const weeksOf = new Map<string, Set<number>>();
          for (const { account, user, day } of days) {
            const week = Math.floor((end - 1 - day) / 7);
            if (week < 0 || week > 3) continue;
            const key = `${account} ${user}`;
            weeksOf.set(key, (weeksOf.get(key) ?? new Set()).add(week));
          }
          expect(found[index]).toMatchObject({
            activeUsers: active,
            userDays: new Set(within.map(({ account, user, day }) => `${account} ${user} ${day}`)).size,
            possibleDays: active * (end - start),
            featureUsers: new Set(
              within.filter(({ feature }) => feature === 'reports').map(({ account, user }) => `${account} ${user}`),
            ).size,
            recentUsers: weeksOf.size,
            regularUsers: [...weeksOf.values()].filter(({ size }) => size >= 2).length,
          });
        }
      }),
    );
  });

  it('of windows side by side add their days, and users are at most as many as in each', () => {
    fc.assert(
      fc.property(used, fc.nat({ max: 30 }), fc.nat({ max: 30 }), (days, first, second) => {
        const ledger = ledgerOf(days);
        const middle = firstDay + first;
        const [left, right, both] = product.collect({ ledger, selection: selectAll(ledger), policy: defaultPolicy }, [
          { start: firstDay, end: middle },
          { start: middle, end: middle + second },
          { start: firstDay, end: middle + second },
        ]);
        expect(both?.userDays).toBe((left?.userDays ?? 0) + (right?.userDays ?? 0));
        expect(both?.activeUsers).toBeLessThanOrEqual((left?.activeUsers ?? 0) + (right?.activeUsers ?? 0));
        expect(both?.activeUsers).toBeGreaterThanOrEqual(Math.max(left?.activeUsers ?? 0, right?.activeUsers ?? 0));
      }),
    );
  });
});
