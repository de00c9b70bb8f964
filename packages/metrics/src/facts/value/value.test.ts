import fc from 'fast-check';
import { expect, it } from 'vitest';
import { advocacyKinds } from '../../ledger/advocacy-columns.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { milestoneRoles } from '../../ledger/milestone-columns.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { value } from './value.ts';
import { noValueFacts, type ValueFacts } from './value-facts.ts';

const firstDay = 20_000;
const day = fc.integer({ min: firstDay, max: firstDay + 60 });
const account = fc.record({
  paid: fc.option(fc.tuple(day, fc.option(fc.nat({ max: 30 })))),
  milestones: fc.uniqueArray(fc.record({ on: day, role: fc.constantFrom(...milestoneRoles) }), {
    selector: ({ role }) => role,
  }),
  outcomes: fc.array(fc.record({ due: day, reached: fc.option(day, { nil: undefined }), measured: fc.option(day) })),
  acts: fc.array(fc.record({ on: day, kind: fc.constantFrom(...advocacyKinds) })),
});
const window = fc.tuple(day, fc.nat({ max: 40 })).map(([start, days]) => ({ start, end: start + days }));

function sum(all: readonly ValueFacts[]): ValueFacts {
  const total: Record<string, number | number[]> = { ...noValueFacts() };
  for (const facts of all) {
    for (const [key, found] of Object.entries(facts) as [keyof ValueFacts, number | number[]][]) {
      const before = total[key] ?? 0;
      if (typeof found === 'number') total[key] = Number(before) + found;
      else if (key === 'acts') total[key] = found.map((count, kind) => count + ((before as number[])[kind] ?? 0));
      else total[key] = [...(before as number[]), ...found];
    }
  }
  // Every key of the facts was added to its own kind.
  return total as unknown as ValueFacts;
}

it('facts of value are the sum of those of the accounts, and everybody who started is in one place at most', () => {
  fc.assert(
    fc.property(fc.array(account, { maxLength: 8 }), fc.array(window, { minLength: 1 }), (accounts, windows) => {
      const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
      for (const role of milestoneRoles) builder.addMilestone({ key: role, name: role, role });
      for (const { paid, milestones, outcomes, acts } of accounts) {
        const index = builder.addAccount({ id: 'a', externalId: '', name: '', traits: {} });
        if (paid !== null) {
          builder.addMovement(index, paid[0], 'NEW', 120);
          if (paid[1] !== null) builder.addMovement(index, paid[0] + paid[1] + 1, 'CHURN', -120);
        }
        for (const { on, role } of [...milestones].sort((a, b) => a.on - b.on)) builder.addReached(index, on, role);
        for (const { due, reached, measured } of outcomes) {
          builder.addOutcome(index, {
            due,
            ...(reached === undefined ? {} : { reached }),
            values: measured === null ? [] : [[measured, 0.5]],
          });
        }
        for (const { on, kind } of [...acts].sort((a, b) => a.on - b.on)) builder.addAdvocacy(index, on, kind);
      }
      const ledger = builder.build();
      const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
      const together = value.collect(question, windows);
      for (const [index, asked] of windows.entries()) {
        const each = accounts.map((_, of) => value.collectAccount(question, of, asked));
        expect(together[index]).toEqual(sum(each));
        for (const { firstValueDays, unstarted, waiting, leftWithout, outcomesDue, ...facts } of each) {
          expect(firstValueDays.length + unstarted + waiting + leftWithout).toBeLessThanOrEqual(1);
          expect(facts.outcomesReached + facts.outcomesReachedLate).toBeLessThanOrEqual(facts.outcomeProgress);
          expect(facts.outcomeProgress).toBeLessThanOrEqual(outcomesDue);
        }
      }
    }),
  );
});
