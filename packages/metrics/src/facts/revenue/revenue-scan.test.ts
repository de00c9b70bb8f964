import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../calendar/day.ts';
import { groupBy } from '../../ledger/grouping.ts';
import { selectAccount, selectAll, selectWhere } from '../../ledger/selection.ts';
import { traitColumn } from '../../ledger/trait-history.ts';
import type { Question, Window } from '../../metric.ts';
import { defaultPolicy, type Policy } from '../../policy.ts';
import type { Recognition } from '../../recognition/recognition.ts';
import { accounts, firstDay, type GeneratedAccount, ledgerOf } from '../../testing/histories.ts';
import { noRevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { scanRevenue, scanRevenueOfGroups } from './revenue-scan.ts';
import { mostWindows, windowRanges } from './window-ranges.ts';

const windows: fc.Arbitrary<readonly Window[]> = fc.array(
  fc
    .tuple(fc.integer({ min: -40, max: 780 }), fc.integer({ min: 0, max: 400 }))
    .map(([start, length]) => ({ start: firstDay + start, end: firstDay + start + length })),
  { minLength: 1, maxLength: 8 },
);

/** Windows as a series has them: each as long as the others, one after the other. */
const series: fc.Arbitrary<readonly Window[]> = fc
  .record({
    start: fc.integer({ min: -40, max: 400 }),
    step: fc.integer({ min: 1, max: 70 }),
    length: fc.integer({ min: 0, max: 400 }),
    count: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ start, step, length, count }) =>
    Array.from({ length: count }, (_, index) => ({
      start: firstDay + start + index * step,
      end: firstDay + start + index * step + length,
    })),
  );

const policies: fc.Arbitrary<Policy> = fc
  .constantFrom(null, 1, 30, 90)
  .map((reactivationWindowDays) => ({ ...defaultPolicy, reactivationWindowDays }));

const fx: fc.Arbitrary<Recognition['fx']> = fc.constantFrom('rateAtMovement', 'revalueMonthly');

const noAccount: GeneratedAccount = { plan: '', plansBefore: [], spans: [] };

function oneByOne(question: Question, window: Window): object {
  const facts = noRevenueFacts();
  for (const account of question.selection.indices) {
    addRevenueOfAccount(facts, question.ledger, account, window, question.policy);
  }
  return facts;
}

describe('scanRevenue', () => {
  it.each([
    ['a series of windows', series],
    ['windows in any order', windows],
  ])('gives what each account gives on its own, for %s', (_, anyWindows) => {
    fc.assert(
      fc.property(accounts, anyWindows, policies, fx, (generated, asked, policy, rates) => {
        const ledger = ledgerOf(generated, [], rates);
        const selection = selectWhere(ledger, { kind: 'trait', key: 'plan', in: ['Team', ''] });
        const question = { ledger, selection, policy };
        expect(scanRevenue(question, asked)).toEqual(asked.map((window) => oneByOne(question, window)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('gives it of each group, all groups in one pass', () => {
    fc.assert(
      fc.property(accounts, fc.oneof(series, windows), policies, (generated, asked, policy) => {
        const ledger = ledgerOf(generated);
        const selection = selectWhere(ledger, { kind: 'trait', key: 'plan', in: ['Team', 'Scale', ''] });
        const question = { ledger, selection, policy };
        const grouping = groupBy(selection, traitColumn(ledger, 'plan'));
        expect(scanRevenueOfGroups(question, grouping, asked)).toEqual(
          grouping.groups.map((group) =>
            asked.map((window) => oneByOne({ ...question, selection: group.selection }, window)),
          ),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('gives it of more groups and windows than fit into one pass', () => {
    const spans = [{ startsOn: firstDay, endsOn: firstDay + 40, annualMinor: 12_000, currency: 'USD' }];
    const ledger = ledgerOf(
      Array.from({ length: 300 }, (_, place) => ({ ...noAccount, plan: `plan ${place}`, spans })),
    );
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const asked = Array.from({ length: 900 }, (_, day) => ({ start: firstDay + day - 40, end: firstDay + day - 10 }));
    const grouping = groupBy(question.selection, traitColumn(ledger, 'plan'));
    const expected = asked.map((window) => oneByOne({ ...question, selection: selectAccount(ledger, 0) }, window));
    for (const facts of scanRevenueOfGroups(question, grouping, asked)) expect(facts).toEqual(expected);
  });

  it.each([
    ['as many windows as are told apart at once', mostWindows, 1],
    ['one more', mostWindows + 1, 1],
    ['so many at a time that their places do not fit', 400, 200],
  ])('gives it of %s', (_, count, length) => {
    const asked = Array.from({ length: count }, (_window, day) => ({
      start: firstDay + day,
      end: firstDay + day + length,
    }));
    expect(windowRanges(asked, new Int32Array()) !== undefined).toBe(length === 1 && count <= mostWindows);
    fc.assert(
      fc.property(accounts, (generated) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        expect(scanRevenue(question, asked)).toEqual(asked.map((window) => oneByOne(question, window)));
      }),
      { numRuns: 20 },
    );
  });

  it('gives it where movements and windows are ages apart', () => {
    const spans = (startsOn: number, endsOn: number) => [{ startsOn, endsOn, annualMinor: 12_000, currency: 'USD' }];
    const ledger = ledgerOf([
      { ...noAccount, spans: spans(dayOf(23, 1, 1), firstDay + 40) },
      { ...noAccount, spans: spans(firstDay + 10, dayOf(9999, 12, 31)) },
    ]);
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const asked = [0, 1000, 2023, 2024, 2025, 9999].map((year) => ({
      start: dayOf(year, 1, 1),
      end: dayOf(year + 1, 1, 1),
    }));
    expect(scanRevenue(question, asked)).toEqual(asked.map((window) => oneByOne(question, window)));
  });

  it('gives it for more accounts than are looked at at once', () => {
    fc.assert(
      fc.property(fc.array(accounts, { minLength: 40, maxLength: 40 }), series, (generated, asked) => {
        const some = generated.flat();
        fc.pre(some.length > 0);
        const ledger = ledgerOf(Array.from({ length: 9_000 }, (_, index) => some[index % some.length] ?? noAccount));
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        expect(scanRevenue(question, asked)).toEqual(asked.map((window) => oneByOne(question, window)));
      }),
      { numRuns: 5 },
    );
  });

  it('rolls forward exactly: what moved is the end less the start', () => {
    fc.assert(
      fc.property(accounts, windows, policies, (generated, asked, policy) => {
        const ledger = ledgerOf(generated);
        for (const facts of scanRevenue({ ledger, selection: selectAll(ledger), policy }, asked)) {
          const { start, reactivation, expansion, contraction, churn, fx } = facts;
          expect(start + facts.new + reactivation + expansion - contraction - churn + fx).toBe(facts.end);
          const { baseExpansion, baseContraction, baseChurn, baseEnd } = facts;
          if (reactivation === 0 && policy.reactivationWindowDays === null) {
            expect(start + baseExpansion - baseContraction - baseChurn).toBe(baseEnd);
          }
          expect(facts.kept).toBeLessThanOrEqual(start);
          expect(facts.kept).toBeLessThanOrEqual(baseEnd);
          expect(facts.customersKept).toBeLessThanOrEqual(facts.customersStart);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('adds groups up to the whole', () => {
    fc.assert(
      fc.property(accounts, windows, (generated, asked) => {
        const ledger = ledgerOf(generated);
        const total = scanRevenue({ ledger, selection: selectAll(ledger), policy: defaultPolicy }, asked);
        const groups = ['Starter', 'Team', ''].map((plan) =>
          scanRevenue(
            {
              ledger,
              selection: selectWhere(ledger, { kind: 'trait', key: 'plan', in: [plan] }),
              policy: defaultPolicy,
            },
            asked,
          ),
        );
        asked.forEach((_, w) => {
          for (const fact of Object.keys(noRevenueFacts()) as (keyof ReturnType<typeof noRevenueFacts>)[]) {
            expect(groups.reduce((sum, group) => sum + (group[w]?.[fact] ?? 0), 0)).toBe(total[w]?.[fact]);
          }
        });
      }),
      { numRuns: 500 },
    );
  });
});
