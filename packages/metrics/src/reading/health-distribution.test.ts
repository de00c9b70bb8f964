import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import { metricOf } from '../catalogue.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { selectAll } from '../ledger/selection.ts';
import { formatMoney } from '../money/money.ts';
import { accountMovements } from '../movements/account-movements.ts';
import { defaultPolicy } from '../policy.ts';
import { accounts, firstDay, rates } from '../testing/histories.ts';
import { day } from '../testing/worked-ledger.ts';
import { healthDistribution } from './health-distribution.ts';
import { read } from './reading.ts';

const bands = [
  { key: 'poor', label: 'Poor', from: 0, to: 40, tone: 'BAD' },
  { key: 'fair', label: 'Fair', from: 40, to: 70, tone: 'WATCH' },
  { key: 'good', label: 'Good', from: 70, to: 100, tone: 'GOOD' },
] as const;

function newLedger(): LedgerBuilder {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  for (const band of bands) builder.addHealthBand(band);
  return builder;
}

describe('the distribution over bands', () => {
  it('tells who is where, and where they came from', () => {
    const builder = newLedger();
    const add = (id: string, since: string, until: string | null, scores: readonly [string, number | null][]) => {
      const account = builder.addAccount({ id, externalId: id, name: id, traits: {} });
      builder.addMovement(account, day(since), 'NEW', 12_001);
      if (until !== null) builder.addMovement(account, day(until), 'CHURN', -12_001);
      for (const [on, score] of scores) builder.addHealth(account, day(on), score, 1);
    };
    // On 31 May and 30 June:
    add('stays', '2026-01-01', null, [['2026-01-01', 80]]);
    add('falls', '2026-01-01', null, [
      ['2026-01-01', 80],
      ['2026-06-30', 69.9],
    ]);
    add('fades', '2026-01-01', null, [
      ['2026-01-01', 80],
      ['2026-06-10', null],
    ]);
    add('rises', '2026-01-01', null, [
      ['2026-01-01', 39],
      ['2026-06-01', 70],
    ]);
    add('won', '2026-06-30', null, [['2026-06-15', 10]]);
    add('lost', '2026-01-01', '2026-06-30', [['2026-01-01', 10]]);
    add('later', '2026-07-01', null, []);
    const ledger = builder.build();
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const today = day('2026-07-01');
    const found = healthDistribution(question, resolvePeriod({ kind: 'month', month: '2026-06' }, today), today);
    expect([found.on, found.comparedOn]).toEqual([day('2026-06-30'), day('2026-05-31')]);
    expect(found).toMatchObject({ accounts: 7, customers: 5 });
    // Five times 12,001 a year is 50.0041… a month: parts are the steps of the rounded running total.
    expect(formatMoney(found.money)).toBe('50.00');
    const rows = found.groups.map(({ band, money, ...rest }) => [
      band?.key ?? null,
      rest.accounts,
      rest.customers,
      formatMoney(money),
      [rest.before, rest.won, rest.movedIn, rest.movedOut, rest.lost],
    ]);
    expect(rows).toEqual([
      ['poor', 2, 1, '10.00', [2, 1, 0, 1, 1]],
      ['fair', 1, 1, '10.00', [0, 0, 1, 0, 0]],
      ['good', 2, 2, '20.00', [3, 0, 1, 2, 0]],
      [null, 2, 1, '10.00', [0, 0, 1, 0, 0]],
    ]);
    expect(found.groups[2]?.customerShare).toBe(2 / 5);
    expect(found.groups[2]?.moneyShare).toBe(2 / 5);
    expect(found.flows.map(({ from, to, customers }) => [from?.key ?? null, to?.key ?? null, customers])).toEqual([
      ['poor', 'good', 1],
      ['good', 'fair', 1],
      ['good', null, 1],
    ]);
  });

  it('has no shares of nothing', () => {
    const ledger = newLedger().build();
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const { groups } = healthDistribution(question, resolvePeriod({ kind: 'year', year: 2026 }, 20_000), 20_000);
    expect(groups.map(({ customerShare, moneyShare }) => [customerShare, moneyShare])).toEqual(
      Array.from({ length: 4 }, () => [null, null]),
    );
  });

  it('adds up: accounts, customers, MRR and moves, whatever happened', () => {
    const scores = fc.array(
      fc.record({
        day: fc.integer({ min: 0, max: 700 }),
        score: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
      }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        accounts,
        fc.array(scores, { minLength: 12, maxLength: 12 }),
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 400 }),
        (generated, health, start, length) => {
          const builder = newLedger();
          generated.forEach(({ spans }, index) => {
            const id = String(index);
            const account = builder.addAccount({ id, externalId: id, name: id, traits: {} });
            for (const { day: on, kind, amount } of accountMovements(spans, rates).movements) {
              builder.addMovement(account, on, kind, amount);
            }
            const sorted = [...(health[index] ?? [])].sort((a, b) => a.day - b.day);
            for (const { day: on, score } of sorted) builder.addHealth(account, firstDay + on, score, 1);
          });
          const ledger = builder.build();
          const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
          const today = firstDay + 800;
          const range = { start: firstDay + start, end: firstDay + start + length };
          const period = resolvePeriod({ kind: 'range', ...range }, today);
          const found = healthDistribution(question, period, today);
          const sum = (of: (group: (typeof found.groups)[number]) => number): number =>
            found.groups.reduce((total, group) => total + of(group), 0);
          expect(sum(({ accounts: count }) => count)).toBe(generated.length);
          expect(sum(({ customers }) => customers)).toBe(read(metricOf('CUSTOMERS'), question, period, today).value);
          expect(found.groups.reduce((total, { money }) => total + money.minor, 0n)).toBe(
            read(metricOf('MRR'), question, period, today).money?.minor,
          );
          for (const group of found.groups) {
            expect(group.before + group.won + group.movedIn - group.movedOut - group.lost).toBe(group.customers);
          }
          expect(found.flows.reduce((total, { customers }) => total + customers, 0)).toBe(
            sum(({ movedIn }) => movedIn),
          );
        },
      ),
    );
  });
});
