import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addMonths } from '../calendar/day.ts';
import { resolvePeriod, splitPeriod } from '../calendar/period.ts';
import { metricOf } from '../catalogue.ts';
import { firstPaidOn } from '../ledger/account-measures.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { selectAll, selectWhere } from '../ledger/selection.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import { formatMoney } from '../money/money.ts';
import { defaultPolicy } from '../policy.ts';
import { accounts, ledgerOf } from '../testing/histories.ts';
import { day, type SubscriptionLine, workedLedger } from '../testing/worked-ledger.ts';
import { type BreakdownMoment, breakdown } from './breakdown.ts';
import { cohorts } from './cohorts.ts';
import { movementsOf } from './movement-list.ts';
import { type Reading, read, readEach } from './reading.ts';
import { waterfall } from './waterfall.ts';

const today = day('2026-01-15');
const year2025 = resolvePeriod({ kind: 'year', year: 2025 }, today);

function worked(...lines: SubscriptionLine[]): Question {
  const ledger = workedLedger(lines);
  return { ledger, selection: selectAll(ledger), policy: defaultPolicy };
}

describe('waterfall', () => {
  it('goes from the start to the end, kind by kind', () => {
    const { start, end, steps, customersAtStart, customersAtEnd } = waterfall(
      worked(
        'grows 2024-01-01 2025-04-01 50000',
        'grows 2025-04-01 - 55000',
        'leaves 2024-01-01 2025-09-01 20000',
        'comes 2025-02-01 2025-03-01 10000',
        'comes 2025-05-01 - 10000',
      ),
      year2025,
      today,
    );
    expect([formatMoney(start), formatMoney(end), customersAtStart, customersAtEnd]).toEqual([
      '700.00',
      '650.00',
      2,
      2,
    ]);
    expect(steps.map(({ kind, money, accounts: count }) => [kind, formatMoney(money), count])).toEqual([
      ['NEW', '100.00', 1],
      ['EXPANSION', '50.00', 1],
      ['REACTIVATION', '100.00', 1],
      ['CONTRACTION', '0.00', 0],
      ['CHURN', '-300.00', 2],
      ['FX', '0.00', 0],
    ]);
  });

  it('adds up to the minor unit, month by month, and one month’s end is the next one’s start', () => {
    fc.assert(
      fc.property(accounts, (generated) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const months = splitPeriod(year2025, 'MONTH', today).map((month) => waterfall(question, month, today));
        months.forEach(({ start, end, steps }, index) => {
          expect(steps.reduce((sum, { money }) => sum + money.minor, start.minor)).toBe(end.minor);
          if (index > 0) expect(start).toEqual(months[index - 1]?.end);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with the metrics of the same names', () => {
    fc.assert(
      fc.property(accounts, (generated) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const { end, customersAtEnd } = waterfall(question, year2025, today);
        expect(read(metricOf('MRR'), question, year2025, today).money).toEqual(end);
        expect(read(metricOf('CUSTOMERS'), question, year2025, today).value).toBe(customersAtEnd);
      }),
      { numRuns: 300 },
    );
  });
});

describe('movementsOf', () => {
  it('lists who moved when, newest first, of the kinds asked for', () => {
    const question = worked('a 2025-02-01 2025-06-01 10000', 'b 2025-03-01 - 5000');
    const listed = movementsOf(question, year2025, today).map(({ account, kind }) => [account.name, kind]);
    expect(listed).toEqual([
      ['a', 'CHURN'],
      ['b', 'NEW'],
      ['a', 'NEW'],
    ]);
    expect(movementsOf(question, year2025, today, { kinds: ['CHURN'] })).toHaveLength(1);
  });
});

describe('breakdown', () => {
  const moment = fc.constantFrom<BreakdownMoment>('NOW', 'PERIOD_START', 'PERIOD_END');

  it('holds every account once, so that groups add up to the whole', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom('MRR', 'NRR', 'CUSTOMERS', 'CHURNED_MRR'), moment, (generated, key, at) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const periods = splitPeriod(year2025, 'QUARTER', today);
        const groups = breakdown(metricOf(key), question, 'plan', periods, today, at);
        expect(groups.reduce((sum, { accounts: count }) => sum + count, 0)).toBe(generated.length);
        readEach(metricOf(key), question, periods, today).forEach(({ numerator, denominator, period }, index) => {
          const readings = groups.flatMap((group) => group.readings[index] ?? []);
          expect(readings.map((reading) => reading.period)).toEqual(groups.map(() => period));
          const sum = (of: (reading: Reading) => number | null): number =>
            readings.reduce((total, reading) => total + (of(reading) ?? 0), 0);
          expect(sum((reading) => reading.numerator)).toBeCloseTo(numerator, 6);
          expect(sum((reading) => reading.denominator)).toBeCloseTo(denominator ?? 0, 6);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('goes by the trait as it is now, or as it was when the period began or ended', () => {
    const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
    const account = builder.addAccount({ id: 'a', externalId: 'a', name: 'a', traits: { plan: 'Scale' } });
    builder.addTraitChange(account, 'plan', day('2025-02-01'), 'Starter');
    builder.addTraitChange(account, 'plan', day('2025-12-31'), 'Team');
    builder.addTraitChange(account, 'plan', day('2026-01-02'), 'Scale');
    const ledger = builder.build();
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const groups = (at: BreakdownMoment, period = year2025) =>
      breakdown(metricOf('CUSTOMERS'), question, 'plan', [period], today, at).map(({ value }) => value);
    expect(groups('NOW')).toEqual(['Scale']);
    expect(groups('PERIOD_START')).toEqual(['Starter']);
    expect(groups('PERIOD_END')).toEqual(['Team']);
    expect(groups('PERIOD_END', resolvePeriod({ kind: 'current', unit: 'YEAR' }, today))).toEqual(['Scale']);
  });

  it('is one group for a trait that nobody has', () => {
    const question = worked('a 2025-02-01 - 10000');
    expect(breakdown(metricOf('MRR'), question, 'colour', [year2025], today)).toMatchObject([
      { value: '', accounts: 1 },
    ]);
  });
});

describe('cohorts', () => {
  const question = worked(
    'jan 2025-01-10 - 10000',
    'left 2025-01-20 2025-03-05 30000',
    'left 2025-05-01 - 10000',
    'brief 2025-01-05 2025-01-25 5000',
    'feb 2025-02-01 2025-04-01 20000',
    'feb 2025-04-01 - 30000',
  );
  const [january, february] = cohorts(
    question,
    resolvePeriod({ kind: 'range', start: day('2025-01-01'), end: day('2025-03-01') }, today),
    today,
  );

  it('follows those who first paid in a month, at each month’s end', () => {
    expect(january?.size).toBe(3);
    expect(january?.cells.slice(0, 6).map(({ customers }) => customers)).toEqual([2, 2, 1, 1, 2, 2]);
    expect(january?.cells.slice(0, 6).map(({ revenueKept }) => revenueKept)).toEqual([1, 1, 0.25, 0.25, 0.5, 0.5]);
    expect(january?.cells[2]).toMatchObject({ age: 2, customersKept: 0.5, open: false });
    expect(february?.cells.slice(0, 4).map(({ revenueKept }) => revenueKept)).toEqual([1, 1, 1.5, 1.5]);
  });

  it('ends with the current month and marks it open', () => {
    expect(january?.cells).toHaveLength(13);
    expect(january?.cells.at(-1)).toMatchObject({ age: 12, open: true });
    expect(january?.cells.at(-2)?.open).toBe(false);
  });

  it('has no share where nobody was left at the end of the first month', () => {
    const [only] = cohorts(
      worked('brief 2025-01-05 2025-01-25 5000'),
      resolvePeriod({ kind: 'month', month: '2025-01' }, today),
      today,
    );
    expect(only?.size).toBe(1);
    expect(only?.cells[0]).toMatchObject({ customers: 0, customersKept: null, revenueKept: null });
  });

  it('is told beside a customer of two thousand years ago', () => {
    const beside = worked('jan 2025-01-10 - 10000', 'typo 0025-01-10 - 500');
    const [only] = cohorts(beside, resolvePeriod({ kind: 'month', month: '2025-01' }, today), today);
    expect(only).toMatchObject({ size: 1, cells: january?.cells.map(() => ({ customers: 1 })) });
  });

  it('adds up to the customers and the MRR there are', () => {
    fc.assert(
      fc.property(accounts, (generated) => {
        const ledger = ledgerOf(generated);
        const asked = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const all = cohorts(
          asked,
          resolvePeriod({ kind: 'range', start: day('2023-01-01'), end: day('2026-02-01') }, today),
          today,
        );
        const now = all.reduce((sum, { cells }) => sum + (cells.at(-1)?.customers ?? 0), 0);
        const current = resolvePeriod({ kind: 'current', unit: 'MONTH' }, today);
        expect(now).toBe(read(metricOf('CUSTOMERS'), asked, current, today).value);
      }),
      { numRuns: 200 },
    );
  });

  it('gives what each of its accounts pays at each month’s end', () => {
    const range = resolvePeriod({ kind: 'range', start: day('2022-11-10'), end: day('2026-02-01') }, today);
    // Before anything happens, in the middle of it and on the first and the last day of a month, and when all is past.
    const days = fc.constantFrom(day('2022-12-31'), day('2023-06-01'), day('2024-02-29'), day('2025-06-10'), today);
    fc.assert(
      fc.property(accounts, fc.constantFrom(undefined, 'Team'), days, (generated, plan, on) => {
        const ledger = ledgerOf(generated);
        const selection =
          plan === undefined ? selectAll(ledger) : selectWhere(ledger, { kind: 'trait', key: 'plan', in: [plan] });
        for (const { month, size, cells } of cohorts({ ledger, selection, policy: defaultPolicy }, range, on)) {
          const own = [...selection.indices].filter((account) => {
            const first = firstPaidOn(ledger, account);
            return first >= month.start && first < Math.min(month.end, on + 1);
          });
          expect(size).toBe(own.length);
          for (const { age, customers, money, open } of cells) {
            const end = Math.min(addMonths(month.end, age), on + 1);
            const balances = own.map((account) => balanceBefore(ledger, account, end));
            expect(customers).toBe(balances.filter((balance) => balance > 0).length);
            expect(money.minor).toBe(divideHalfEven(BigInt(balances.reduce((sum, one) => sum + one, 0)), 12n));
            expect(open).toBe(end > on);
          }
        }
      }),
    );
  });
});
