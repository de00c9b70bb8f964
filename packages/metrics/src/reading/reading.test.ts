import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolvePeriod } from '../calendar/period.ts';
import { metricKeys, metricOf } from '../catalogue.ts';
import { selectAll } from '../ledger/selection.ts';
import { formatMoney } from '../money/money.ts';
import { defaultPolicy } from '../policy.ts';
import { accounts, ledgerOf } from '../testing/histories.ts';
import { day, workedLedger } from '../testing/worked-ledger.ts';
import { changeBetween, comparedPeriod } from './change.ts';
import { contributorsOf } from './contributors.ts';
import { type Reading, read, readEach } from './reading.ts';

const today = day('2026-01-15');

/** What the contributions of a distribution add up to. */
const mean = ({ numerator, denominator }: Reading): number => numerator / (denominator ?? Number.NaN);

describe('contributorsOf', () => {
  it('adds up to the reading, to the last minor unit', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom(...metricKeys), (generated, key) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const reading = read(metricOf(key), question, resolvePeriod({ kind: 'year', year: 2025 }, today), today);
        const { count, entries, remainder } = contributorsOf(reading, 'EFFECT_DESC');
        if (reading.value === null) {
          expect({ count, entries, remainder }).toEqual({ count: 0, entries: [], remainder: null });
          return;
        }
        expect(entries).toHaveLength(count);
        expect(contributorsOf(reading, 'EFFECT_DESC', 3)).toEqual({ count, entries: entries.slice(0, 3), remainder });
        const parts = [...entries, ...(remainder === null ? [] : [remainder])];
        const sum = parts.reduce((total, { contribution }) => total + contribution, 0);
        const whole = metricOf(key).terms(defaultPolicy).kind === 'DISTRIBUTION' ? mean(reading) : reading.value;
        expect(sum).toBeCloseTo(whole, 6);
        const numerator = reading.terms.filter(({ side }) => side === 'NUMERATOR');
        if (numerator.length === 1 && numerator[0]?.money != null) {
          const minor = parts.reduce((total, { money }) => total + (money?.minor ?? 0n), 0n);
          expect(minor).toBe(numerator[0].money.minor);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('puts first what raised a retention most, and says by how much', () => {
    const ledger = workedLedger([
      'up 2024-01-01 2025-03-01 10000',
      'up 2025-03-01 - 20000',
      'gone 2024-01-01 2025-03-01 30000',
      'same 2024-01-01 - 60000',
    ]);
    const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
    const reading = read(metricOf('NRR'), question, resolvePeriod({ kind: 'year', year: 2025 }, today), today);
    const effects = contributorsOf(reading, 'EFFECT_DESC').entries.map(({ account, effect }) => [
      account.name,
      Math.round(effect * 1000) / 1000,
    ]);
    expect(effects).toEqual([
      ['up', 0.1],
      ['same', 0],
      ['gone', -0.3],
    ]);
  });
});

describe('readEach', () => {
  it('reads a series in one scan as it reads each point alone', () => {
    fc.assert(
      fc.property(accounts, fc.constantFrom(...metricKeys), (generated, key) => {
        const ledger = ledgerOf(generated);
        const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
        const periods = [2024, 2025, 2026].map((year) => resolvePeriod({ kind: 'year', year }, today));
        const series = readEach(metricOf(key), question, periods, today);
        expect(series).toEqual(periods.map((period) => read(metricOf(key), question, period, today)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('comparedPeriod', () => {
  const current = resolvePeriod({ kind: 'current', unit: 'MONTH' }, today);

  it('holds the first 15 days of a month against 15 days of the one before', () => {
    expect(comparedPeriod(metricOf('NEW_MRR'), current, 'PREVIOUS_PERIOD', today)).toMatchObject({
      start: day('2025-12-01'),
      end: day('2025-12-16'),
    });
  });

  it('compares balances with the end of the period before', () => {
    expect(comparedPeriod(metricOf('MRR'), current, 'PREVIOUS_PERIOD', today)).toMatchObject({
      end: day('2026-01-01'),
    });
  });

  it('compares with nothing when told so', () => {
    expect(comparedPeriod(metricOf('MRR'), current, 'NONE', today)).toBeNull();
  });
});

describe('changeBetween', () => {
  const ledger = workedLedger(
    ['a 2024-01-01 2025-06-01 10000', 'a 2025-06-01 - 12500'],
    [
      'p1 - 2024-02-01 10',
      'p2 - 2024-02-01 0',
      'p3 - 2024-02-01 9',
      'p1 - 2025-02-01 10',
      'p2 - 2025-02-01 9',
      'p3 - 2025-02-01 9',
    ],
  );
  const question = { ledger, selection: selectAll(ledger), policy: { ...defaultPolicy, minimumSample: 1 } };
  const yearly = (key: 'MRR' | 'NPS' | 'LOGO_CHURN', year: number) =>
    read(metricOf(key), question, resolvePeriod({ kind: 'year', year }, today), today);

  it('is exact for money and relative to the earlier value', () => {
    const change = changeBetween(yearly('MRR', 2024), yearly('MRR', 2025));
    expect(change).toMatchObject({
      absolute: 25,
      relative: 0.25,
      direction: 'UP',
      assessment: 'BETTER',
      withinMargin: false,
    });
    expect(change?.money && formatMoney(change.money)).toBe('25.00');
  });

  it('gives scores in points and says when both samples are too small to tell', () => {
    const change = changeBetween(yearly('NPS', 2024), yearly('NPS', 2025));
    expect(change).toMatchObject({ relative: null, direction: 'UP', withinMargin: true });
    expect(change?.absolute).toBeCloseTo(200 / 3, 10);
  });

  it('is nothing where one of the two has no number', () => {
    expect(changeBetween(yearly('LOGO_CHURN', 2024), yearly('LOGO_CHURN', 2025))).toBeNull();
  });
});
