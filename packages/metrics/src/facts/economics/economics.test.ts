import fc from 'fast-check';
import { expect, it } from 'vitest';
import { costCategories } from '../../costs/cost-category.ts';
import { selectAll, selectWhere } from '../../ledger/selection.ts';
import type { Question, Window } from '../../metric.ts';
import { defaultPolicy } from '../../policy.ts';
import { accounts, firstDay, type GeneratedCost, generatedCosts, ledgerOf } from '../../testing/histories.ts';
import { economics } from './economics.ts';
import type { EconomicsFacts } from './economics-facts.ts';

const cuts = fc.array(fc.integer({ min: 0, max: 800 }), { minLength: 2, maxLength: 8 });

/** Every number of some facts by its path, zeros left out. */
function numbersOf(facts: object, path = ''): readonly (readonly [string, number])[] {
  return Object.entries(facts).flatMap(([key, value]) => {
    if (typeof value === 'number') return value === 0 ? [] : [[`${path}${key}`, value] as const];
    return numbersOf(value, `${path}${key}.`);
  });
}

function sumOf(all: readonly EconomicsFacts[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const facts of all) for (const [key, value] of numbersOf(facts)) sum[key] = (sum[key] ?? 0) + value;
  return sum;
}

function windowsOf(bounds: readonly number[]): readonly Window[] {
  const sorted = [...bounds].sort((a, b) => a - b).map((offset) => firstDay + offset);
  return sorted.slice(1).map((end, index) => ({ start: sorted[index] ?? end, end }));
}

const ofAccounts = (costs: readonly GeneratedCost[]) => costs.filter(({ account }) => account >= 0);

it('adds up over accounts, and over the groups of a trait', () => {
  fc.assert(
    fc.property(accounts, generatedCosts, cuts, (generated, costs, bounds) => {
      const ledger = ledgerOf(generated, ofAccounts(costs));
      const question: Question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      const windows = windowsOf(bounds);
      const groups = ['Starter', 'Team', ''].map((plan) => ({
        ...question,
        selection: selectWhere(ledger, { kind: 'trait', key: 'plan', in: [plan] }),
      }));
      economics.collect(question, windows).forEach((facts, index) => {
        const window = windows[index] ?? { start: 0, end: 0 };
        const single = [...question.selection.indices].map((account) =>
          economics.collectAccount(question, account, window, facts),
        );
        expect(sumOf(single)).toEqual(sumOf([facts]));
        expect(sumOf(groups.flatMap((group) => economics.collect(group, [window])))).toEqual(sumOf([facts]));
      });
    }),
  );
});

it('gives costs and days of a window that add up however it is cut', () => {
  fc.assert(
    fc.property(accounts, generatedCosts, cuts, (generated, costs, bounds) => {
      const ledger = ledgerOf(generated, costs);
      const question: Question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      const windows = windowsOf(bounds);
      const parts = economics.collect(question, windows);
      const [whole] = economics.collect(question, [
        { start: windows[0]?.start ?? firstDay, end: windows.at(-1)?.end ?? firstDay },
      ]);
      expect(parts.reduce((sum, part) => sum + part.balanceTime, 0)).toBe(whole?.balanceTime);
      for (const category of costCategories) {
        expect(parts.reduce((sum, part) => sum + part.costs[category].amount, 0)).toBe(whole?.costs[category].amount);
      }
    }),
  );
});
