import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths, type Day, partsOf } from '../calendar/day.ts';
import { startOfUnit } from '../calendar/unit.ts';
import { committed } from '../facts/revenue/committed.ts';
import { noRevenueFacts } from '../facts/revenue/revenue-facts.ts';
import { addRevenueOfAccount } from '../facts/revenue/revenue-of-account.ts';
import { scanRevenue } from '../facts/revenue/revenue-scan.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import { selectAll, selectWhere } from '../ledger/selection.ts';
import { divideHalfEven } from '../money/divide.ts';
import { defaultPolicy } from '../policy.ts';
import { generatedTerms, recognisedLedger, recognitions } from '../testing/generated-terms.ts';
import { firstDay, rates } from '../testing/histories.ts';
import { recognise } from './recognise.ts';
import type { Recognition } from './recognition.ts';
import { annualOn } from './recurring-spans.ts';
import type { SubscriptionTerms } from './subscription-terms.ts';

const runs = { numRuns: 1_500 };
const anyDay = fc.integer({ min: firstDay - 30, max: firstDay + 1_200 });
const accounts = fc.array(generatedTerms, { maxLength: 5 });
const months = Array.from({ length: 30 }, (_, month) => addMonths(firstDay, month));

/** What terms are worth on a day in one currency, by the definitions alone. */
function nativeOn(terms: readonly SubscriptionTerms[], recognition: Recognition, currency: string, day: Day): number {
  const end = startOfUnit(day, 'MONTH');
  const start = addMonths(end, -3);
  let recurring = 0;
  let charged = 0n;
  let lengths = 1n;
  for (const one of terms) if (one.kind === 'metered') lengths *= BigInt(one.endsOn - one.startsOn);
  for (const one of terms) {
    if (one.currency !== currency) continue;
    if (one.kind === 'recurring') recurring += annualOn(one, recognition, day);
    else if (recognition.metered === 'includeTrailingAverage') {
      const days = Math.max(0, Math.min(one.endsOn, end) - Math.max(one.startsOn, start));
      charged += (BigInt(one.chargedMinor * days) * lengths) / BigInt(one.endsOn - one.startsOn);
    }
  }
  return recurring + Number(divideHalfEven(4n * charged, lengths));
}

describe('revenue recognised under any policy', () => {
  it('moves as kinds of movements may', () => {
    fc.assert(
      fc.property(generatedTerms, recognitions, (terms, recognition) => {
        let balance = 0;
        let latest = { day: Number.NEGATIVE_INFINITY, kind: 'FX' };
        for (const [index, { day, kind, amount }] of recognise(terms, recognition, rates).movements.entries()) {
          const next = balance + amount;
          if (kind === 'FX') {
            expect(recognition.fx).toBe('revalueMonthly');
            expect(partsOf(day).date).toBe(1);
            expect(Math.min(balance, next)).toBeGreaterThan(0);
          } else if (balance === 0) expect(kind).toBe(index === 0 ? 'NEW' : 'REACTIVATION');
          else if (next === 0) expect(kind).toBe('CHURN');
          else expect(kind).toBe(amount > 0 ? 'EXPANSION' : 'CONTRACTION');
          expect(amount).not.toBe(0);
          expect(next).toBeGreaterThanOrEqual(0);
          expect(day > latest.day || (day === latest.day && latest.kind === 'FX' && kind !== 'FX')).toBe(true);
          balance = next;
          latest = { day, kind };
        }
      }),
      runs,
    );
  });

  it('does not depend on the order in which it is told', () => {
    fc.assert(
      fc.property(
        generatedTerms.chain((terms) =>
          fc.tuple(fc.constant(terms), fc.shuffledSubarray([...terms], { minLength: terms.length })),
        ),
        recognitions,
        ([terms, shuffled], recognition) => {
          const { unconverted, ...straight } = recognise(terms, recognition, rates);
          const mixed = recognise(shuffled, recognition, rates);
          expect(mixed).toMatchObject(straight);
          expect([...mixed.unconverted].sort()).toEqual([...unconverted].sort());
        },
      ),
      runs,
    );
  });

  it('is worth on each day what its terms say', () => {
    fc.assert(
      fc.property(generatedTerms, recognitions, anyDay, (terms, recognition, day) => {
        const dollars = terms.filter(({ currency }) => currency === 'USD');
        const ledger = recognisedLedger([dollars], recognition);
        expect(balanceBefore(ledger, 0, day + 1)).toBe(nativeOn(dollars, recognition, 'USD', day));
      }),
      runs,
    );
  });

  it('is worth on the first of each month what its terms say at the rate of that day, where it is revalued', () => {
    fc.assert(
      fc.property(generatedTerms, recognitions, (terms, recognition) => {
        const ledger = recognisedLedger([terms], { ...recognition, fx: 'revalueMonthly' });
        for (const day of months) {
          const values = ['USD', 'EUR', 'JPY'].map(
            (currency) => rates.convert(nativeOn(terms, recognition, currency, day), currency, day) ?? Number.NaN,
          );
          const value = values.reduce((sum, one) => sum + one, 0);
          const balance = balanceBefore(ledger, 0, day + 1);
          // A rate wins and loses no customer, so what is worth less than a cent a year stays as it was.
          if (value > 1 && balance > 1) expect(balance).toBe(value);
          else expect(Math.abs(balance - value)).toBeLessThanOrEqual(2);
        }
      }),
      runs,
    );
  });

  it('rolls forward in every window, adds up over accounts, and is scanned as it is read one by one', () => {
    fc.assert(
      fc.property(accounts, recognitions, anyDay, anyDay, (generated, recognition, one, other) => {
        const ledger = recognisedLedger(generated, recognition);
        const window = { start: Math.min(one, other), end: Math.max(one, other) };
        const policy = { ...defaultPolicy, ...recognition };
        const everyone = selectAll(ledger);
        const [facts = noRevenueFacts()] = scanRevenue({ ledger, selection: everyone, policy }, [window]);
        const sum = noRevenueFacts();
        for (const account of everyone.indices) addRevenueOfAccount(sum, ledger, account, window, policy);
        expect(facts).toEqual(sum);
        for (const { start, end, fx, churn, contraction, expansion, reactivation, new: won } of [facts, sum]) {
          expect(start + won + reactivation + expansion - contraction - churn + fx).toBe(end);
        }
        const parts = ['Even', 'Odd'].map((plan) => {
          const selection = selectWhere(ledger, { kind: 'trait', key: 'plan', in: [plan] });
          return scanRevenue({ ledger, selection, policy }, [window])[0]?.end ?? 0;
        });
        expect(parts.reduce((total, part) => total + part, 0)).toBe(facts.end);
      }),
      runs,
    );
  });

  it('is never set to cancel by more than there is, and commitments add up over accounts', () => {
    fc.assert(
      fc.property(accounts, recognitions, anyDay, (generated, recognition, end) => {
        const ledger = recognisedLedger(generated, recognition);
        const question = { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, ...recognition } };
        const window = { start: end - 30, end };
        const each = [...question.selection.indices].map((account) =>
          committed.collectAccount(question, account, window),
        );
        for (const { revenue, setToCancel } of each) {
          expect(setToCancel).toBeGreaterThanOrEqual(0);
          expect(setToCancel).toBeLessThanOrEqual(revenue.end);
          if (recognition.churnAt === 'cancellation') expect(setToCancel).toBe(0);
        }
        const [all] = committed.collect(question, [window]);
        expect(all?.setToCancel).toBe(each.reduce((sum, { setToCancel }) => sum + setToCancel, 0));
        expect(all?.signed).toBe(each.reduce((sum, { signed }) => sum + signed, 0));
      }),
      runs,
    );
  });
});
