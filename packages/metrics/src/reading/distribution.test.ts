import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { type Selection, selectAccount, selectAll } from '../ledger/selection.ts';
import type { FactSource, Metric } from '../metric.ts';
import { defaultPolicy } from '../policy.ts';
import { day } from '../testing/worked-ledger.ts';
import { changeBetween } from './change.ts';
import { contributorsOf } from './contributors.ts';
import { type Reading, read } from './reading.ts';

interface Waits {
  readonly seconds: readonly number[];
  readonly waiting: number;
}

const today = day('2026-01-15');

/** A metric over the waits of each account; -1 is one still waiting. */
function metricOver(waits: readonly (readonly number[])[]): Metric<Waits> {
  const of = (accounts: Iterable<number>): Waits => {
    const all = [...accounts].flatMap((account) => waits[account] ?? []);
    return { seconds: all.filter((wait) => wait >= 0), waiting: all.filter((wait) => wait < 0).length };
  };
  const source: FactSource<Waits> = {
    family: 'SUPPORT',
    reads: { parts: [] },
    collect: ({ selection }, windows) => windows.map(() => of(selection.indices)),
    collectAccount: (_, account) => of([account]),
    merge: (parts) => ({
      seconds: parts.flatMap(({ seconds }) => seconds),
      waiting: parts.reduce((sum, { waiting }) => sum + waiting, 0),
    }),
  };
  return {
    key: 'WAIT',
    name: 'Wait',
    shortName: 'Wait',
    description: 'How long people wait.',
    formula: 'median of waits',
    unit: 'DURATION',
    better: 'LOWER',
    balance: false,
    source,
    terms: () => ({
      kind: 'DISTRIBUTION',
      samples: ({ seconds }) => seconds,
      beside: [{ key: 'WAITING', label: 'Waiting', sign: 1, measure: 'COUNT', of: ({ waiting }) => waiting }],
    }),
    undefinedBecause: ({ seconds }) => (seconds.length === 0 ? 'NO_TICKETS' : null),
    reasons: {},
    switches: [],
  };
}

function readWaits(waits: readonly (readonly number[])[], select: (ledger: Ledger) => Selection = selectAll): Reading {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  for (const index of waits.keys()) {
    builder.addAccount({ id: `a${index}`, externalId: `a${index}`, name: `a${index}`, traits: {} });
  }
  const ledger = builder.build();
  const question = { ledger, selection: select(ledger), policy: defaultPolicy };
  // As `metricOf` hands metrics out: facts go from the source to the terms and nowhere else.
  const metric = metricOver(waits) as unknown as Metric<unknown>;
  return read(metric, question, resolvePeriod({ kind: 'year', year: 2025 }, today), today);
}

const generated = fc.array(fc.array(fc.integer({ min: -1, max: 100_000 }), { maxLength: 6 }), { maxLength: 8 });

describe('a distribution', () => {
  it('reads as its median, with its spread, its mean and who is still waiting beside it', () => {
    const reading = readWaits([[60, 120], [600, -1], [-1]]);
    expect(reading).toMatchObject({ value: 120, reason: null, numerator: 780, denominator: 3, money: null });
    expect(reading.terms.map(({ key, side, unit, value }) => [key, side, unit, value])).toEqual([
      ['MEDIAN', 'STATISTIC', 'DURATION', 120],
      ['P90', 'STATISTIC', 'DURATION', 504],
      ['MEAN', 'STATISTIC', 'DURATION', 260],
      ['COUNT', 'STATISTIC', 'COUNT', 3],
      ['WAITING', 'STATISTIC', 'COUNT', 2],
    ]);
  });

  it('of nothing has a reason and still says who is waiting', () => {
    const reading = readWaits([[-1]]);
    expect(reading).toMatchObject({ value: null, reason: 'NO_TICKETS', denominator: 0 });
    expect(reading.terms.map(({ key, value }) => [key, value])).toEqual([
      ['COUNT', 0],
      ['WAITING', 1],
    ]);
    expect(contributorsOf(reading, 'EFFECT_DESC')).toEqual({ count: 0, entries: [], remainder: null });
  });

  it('says of each account its mean’s part, and how far the median would be off without it', () => {
    const reading = readWaits([[60, 120], [600], [120], [-1]]);
    const { count, entries } = contributorsOf(reading, 'EFFECT_DESC');
    expect(entries).toMatchObject([
      { account: { name: 'a1' }, numerator: 600, denominator: 1, money: null, contribution: 150, effect: 0 },
      { account: { name: 'a2' }, numerator: 120, denominator: 1, money: null, contribution: 30, effect: 0 },
      { account: { name: 'a0' }, numerator: 180, denominator: 2, money: null, contribution: 45, effect: -240 },
    ]);
    expect(count).toBe(3);
    expect(contributorsOf(readWaits([[90, 30]]), 'EFFECT_DESC').entries).toMatchObject([
      { contribution: 60, effect: 60 },
    ]);
  });

  it('contributions add up to the mean, and each effect is what the median loses without the account', () => {
    fc.assert(
      fc.property(generated, (waits) => {
        const reading = readWaits(waits);
        if (reading.value === null) return;
        const { count, entries } = contributorsOf(reading, 'NAME_ASC');
        const mean = reading.numerator / (reading.denominator ?? 0);
        expect(entries.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(mean, 6);
        expect(entries).toHaveLength(count);
        for (const { account, effect } of entries) {
          const rest = readWaits(waits.map((own, index) => (`a${index}` === account.name ? [] : own)));
          expect(effect).toBe(reading.value - (rest.value ?? 0));
        }
      }),
    );
  });

  it('counts and totals of accounts add up to those of all', () => {
    fc.assert(
      fc.property(generated, (waits) => {
        const whole = readWaits(waits);
        const single = waits.map((_, account) => readWaits(waits, (ledger) => selectAccount(ledger, account)));
        expect(single.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(whole.numerator);
        expect(single.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)).toBe(whole.denominator);
      }),
    );
  });

  it('changes by a share of what it was', () => {
    const change = changeBetween(readWaits([[100, 300]]), readWaits([[100]]));
    expect(change).toMatchObject({ absolute: -100, relative: -0.5, assessment: 'BETTER' });
  });
});
