import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../../calendar/period.ts';
import { type MetricKey, metricOf } from '../../catalogue.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAll } from '../../ledger/selection.ts';
import { defaultPolicy } from '../../policy.ts';
import { contributorsOf } from '../../reading/contributors.ts';
import { type Reading, read } from '../../reading/reading.ts';
import { day } from '../../testing/worked-ledger.ts';

/** Accounts that pay from a day, until another where one is named. */
function paying(lines: readonly string[]): { readonly builder: LedgerBuilder; readonly at: (name: string) => number } {
  const builder = new LedgerBuilder({ revision: '7', currency: 'USD', timeZone: 'UTC' });
  for (const line of lines) {
    const [name = '', from, until] = line.split(' ');
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    if (from !== undefined) builder.addMovement(account, day(from), 'NEW', 12_000);
    if (until !== undefined) builder.addMovement(account, day(until), 'CHURN', -12_000);
  }
  return { builder, at: (name) => builder.accountIndex(name) };
}

function reading(ledger: Ledger, key: MetricKey, month = '2025-06', today = '2026-01-15'): Reading {
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  return read(metricOf(key), question, resolvePeriod({ kind: 'month', month }, day(today)), day(today));
}

function statistics({ terms }: Reading): Readonly<Record<string, number>> {
  return Object.fromEntries(terms.map(({ key, value }) => [key, value]));
}

describe('time to first value', () => {
  const { builder, at } = paying([
    'quick 2025-06-01',
    'slow 2025-05-01',
    'kicked 2025-06-10',
    'early 2025-06-20',
    'before 2025-01-01',
    'waits 2025-05-31',
    'trial',
    'left 2025-04-01 2025-06-20',
    'gone 2025-01-01 2025-03-01',
    'next 2025-07-01',
    'stranger',
  ]);
  builder.addMilestone({ key: 'kickoff', name: 'Kick-off', role: 'start' });
  builder.addMilestone({ key: 'live', name: 'Live', role: 'firstValue' });
  builder.addReached(at('quick'), day('2025-06-06'), 'live');
  builder.addReached(at('slow'), day('2025-06-20'), 'live');
  // The start milestone comes before the first payment.
  builder.addReached(at('kicked'), day('2025-06-05'), 'kickoff');
  builder.addReached(at('kicked'), day('2025-06-30'), 'live');
  builder.addReached(at('early'), day('2025-06-11'), 'live');
  builder.addReached(at('before'), day('2025-01-03'), 'live');
  builder.addReached(at('trial'), day('2025-06-21'), 'kickoff');
  builder.addReached(at('next'), day('2025-07-04'), 'live');
  builder.addReached(at('stranger'), day('2025-06-04'), 'live');
  const ledger = builder.build();

  it('is the median of those who reached it in the period, from their start', () => {
    // 5, 50, 25 and 0 days: the value was there before the first payment.
    const june = reading(ledger, 'TIME_TO_FIRST_VALUE');
    expect(june).toMatchObject({ value: 15, numerator: 80, denominator: 4 });
    expect(statistics(june)).toMatchObject({ MEDIAN: 15, MEAN: 20, COUNT: 4, P90: 42.5 });
  });

  it('counts who still waits and who left without, and says so', () => {
    // waits since 31 May (31 days by 1 July), trial since its kick-off (10 days); left left; gone left before June.
    const june = reading(ledger, 'TIME_TO_FIRST_VALUE');
    expect(statistics(june)).toMatchObject({ STILL_WAITING: 2, WAITING_DAYS: 41, LEFT_WITHOUT: 1 });
    expect(june.coverage).toBe(4 / 8);
    expect(june.excluded.map(({ reason, count }) => [reason, count])).toEqual([
      ['STILL_WAITING', 2],
      ['LEFT_WITHOUT', 1],
      ['NO_START', 1],
    ]);
    expect(june.excluded[0]?.explanation).toContain('after 21 days');
  });

  it('has no value where nobody reached it, and no meaning where nothing is the first value', () => {
    expect(reading(ledger, 'TIME_TO_FIRST_VALUE', '2025-02')).toMatchObject({ value: null, reason: 'NO_BASE' });
    const unmarked = paying(['a 2025-06-01']);
    unmarked.builder.addReached(0, day('2025-06-02'), 'live');
    expect(reading(unmarked.builder.build(), 'TIME_TO_FIRST_VALUE').reason).toBe('NOT_APPLICABLE');
    for (const reason of ['NO_BASE', 'NOT_APPLICABLE'] as const) {
      expect(metricOf('TIME_TO_FIRST_VALUE').reasons[reason]?.title).toBeTruthy();
    }
  });

  it('looks no further than today', () => {
    const found = reading(ledger, 'TIME_TO_FIRST_VALUE', '2025-06', '2025-06-15');
    expect(found).toMatchObject({ denominator: 2 });
    expect(statistics(found).LEFT_WITHOUT).toBe(0);
  });
});

describe('value realization', () => {
  const { builder, at } = paying(['acme 2025-01-01', 'bolt 2025-01-01']);
  const due = day('2025-06-15');
  builder.addOutcome(at('acme'), { due, reached: day('2025-06-15') });
  builder.addOutcome(at('acme'), { due, reached: day('2025-06-20'), values: [[day('2025-05-01'), 0.2]] });
  builder.addOutcome(at('acme'), {
    due,
    reached: day('2025-07-02'),
    values: [
      [day('2025-05-01'), 0.25],
      [day('2025-06-30'), 0.5],
      [day('2025-07-02'), 1],
    ],
  });
  builder.addOutcome(at('bolt'), { due });
  builder.addOutcome(at('bolt'), { due: day('2025-07-01'), reached: day('2025-06-01') });
  const ledger = builder.build();

  it('is what was reached of what was due, in time and late', () => {
    const june = reading(ledger, 'VALUE_REALIZATION');
    expect(june).toMatchObject({ value: 2 / 4, numerator: 2, denominator: 4, coverage: 3 / 4 });
    // Two reached, one half-way on the last day, one nobody measured.
    expect(statistics(june)).toEqual({ REACHED: 1, REACHED_LATE: 1, DUE: 4, PROGRESS: 2.5 / 4 });
    expect(reading(ledger, 'VALUE_REALIZATION', '2025-07').value).toBe(1);
  });

  it('counts nothing before its day', () => {
    const found = reading(ledger, 'VALUE_REALIZATION', '2025-06', '2025-06-16');
    expect(statistics(found)).toMatchObject({ REACHED: 1, REACHED_LATE: 0, PROGRESS: (1 + 0.2 + 0.25) / 4 });
    expect(reading(ledger, 'VALUE_REALIZATION', '2025-06', '2025-06-14')).toMatchObject({
      value: null,
      reason: 'NO_BASE',
    });
  });

  it('is made by its accounts', () => {
    const parts = contributorsOf(reading(ledger, 'VALUE_REALIZATION'), 'NAME_ASC').entries;
    expect(parts.map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [2, 3],
      [0, 1],
    ]);
  });
});

describe('advocacy', () => {
  const { builder, at } = paying(['acme 2025-01-01', 'bolt 2025-01-01', 'left 2025-01-01 2025-06-20', 'cy 2025-06-30']);
  builder.addAdvocacy(at('acme'), day('2025-06-01'), 'review');
  builder.addAdvocacy(at('acme'), day('2025-06-30'), 'review');
  builder.addAdvocacy(at('acme'), day('2025-07-01'), 'reference');
  builder.addAdvocacy(at('left'), day('2025-06-02'), 'caseStudy');

  it('counts customers, and acts beside', () => {
    const june = reading(builder.build(), 'ADVOCACY');
    expect(june).toMatchObject({ value: 1 / 3, numerator: 1, denominator: 3 });
    expect(statistics(june)).toMatchObject({ REFERENCES: 0, REFERRALS: 0, REVIEWS: 2, CASE_STUDIES: 1 });
    expect(june.excluded).toEqual([expect.objectContaining({ reason: 'NOT_PAYING', count: 1 })]);
  });

  it('has no number without customers', () => {
    expect(reading(paying(['a']).builder.build(), 'ADVOCACY')).toMatchObject({ value: null, reason: 'NO_BASE' });
  });
});
