import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf } from '../calendar/day.ts';
import { currencyExponent } from './currency.ts';
import { formatDecimal, parseDecimal } from './decimal.ts';
import { divideHalfEven } from './divide.ts';
import { ExchangeRates } from './exchange-rates.ts';
import { formatMoney } from './money.ts';
import { annualise } from './recurring-amount.ts';

describe('currencies', () => {
  it.each([
    ['USD', 2],
    ['JPY', 0],
    ['KWD', 3],
    ['IQD', 3],
    ['CLF', 4],
    ['usd', undefined],
    ['XXX', undefined],
    ['BTC', undefined],
  ])('%s has %s decimals', (code, exponent) => {
    expect(currencyExponent(code)).toBe(exponent);
  });
});

describe('decimals', () => {
  it.each([
    ['29.85', 2, 2985n],
    ['29.850', 2, 2985n],
    ['-0.05', 2, -5n],
    ['7', 3, 7000n],
    ['1.001', 2, undefined],
    ['1e3', 2, undefined],
    ['1,000', 2, undefined],
    ['', 2, undefined],
    [' 1', 2, undefined],
    ['NaN', 2, undefined],
    ['0x10', 2, undefined],
  ])('reads %j with %d decimals', (text, exponent, expected) => {
    expect(parseDecimal(text, exponent)).toBe(expected);
  });

  it('writes what it reads', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
        fc.integer({ min: 0, max: 4 }),
        (units, exponent) => {
          expect(parseDecimal(formatDecimal(units, exponent), exponent)).toBe(units);
        },
      ),
    );
  });

  it('shows each currency with its own decimals', () => {
    expect(formatMoney({ minor: 31698575n, currency: 'USD' })).toBe('316985.75');
    expect(formatMoney({ minor: 1200n, currency: 'JPY' })).toBe('1200');
    expect(formatMoney({ minor: -1n, currency: 'KWD' })).toBe('-0.001');
  });
});

describe('divideHalfEven', () => {
  it.each([
    [5n, 2n, 2n],
    [7n, 2n, 4n],
    [-5n, 2n, -2n],
    [5n, -2n, -2n],
    [10n, 3n, 3n],
    [11n, 3n, 4n],
  ])('%d / %d = %d', (dividend, divisor, quotient) => {
    expect(divideHalfEven(dividend, divisor)).toBe(quotient);
  });
});

describe('annualise', () => {
  it.each([
    ['monthly', { minor: 2985n, interval: 'month', every: 1, quantity: 1 }, 35_820n],
    ['yearly', { minor: 10_000n, interval: 'year', every: 1, quantity: 1 }, 10_000n],
    ['every two years', { minor: 10_000n, interval: 'year', every: 2, quantity: 1 }, 5_000n],
    ['quarterly seats', { minor: 900n, interval: 'quarter', every: 1, quantity: 7 }, 25_200n],
    ['every six months', { minor: 600n, interval: 'month', every: 6, quantity: 1 }, 1_200n],
    ['weekly', { minor: 100n, interval: 'week', every: 1, quantity: 1 }, 5_200n],
    ['daily', { minor: 1n, interval: 'day', every: 1, quantity: 1 }, 365n],
    ['every three years, rounded once', { minor: 10_000n, interval: 'year', every: 3, quantity: 1 }, 3_333n],
  ] as const)('%s', (_, price, expected) => {
    expect(annualise(price)).toBe(expected);
  });
});

describe('ExchangeRates', () => {
  const rates = new ExchangeRates('USD', [
    { currency: 'JPY', day: dayOf(2026, 2, 1), rate: '0.0065' },
    { currency: 'JPY', day: dayOf(2026, 1, 1), rate: '0.0068' },
    { currency: 'KWD', day: dayOf(2026, 1, 1), rate: '3.25' },
  ]);

  it('minds both currencies’ minor units', () => {
    expect(rates.convert(100_000, 'JPY', dayOf(2026, 1, 31))).toBe(68_000);
    expect(rates.convert(1_000, 'KWD', dayOf(2026, 1, 31))).toBe(325);
  });

  it('takes the rate in force on the day', () => {
    expect(rates.convert(100_000, 'JPY', dayOf(2026, 2, 1))).toBe(65_000);
  });

  it('never takes an unknown rate as 1', () => {
    expect(rates.convert(100, 'JPY', dayOf(2025, 12, 31))).toBeUndefined();
    expect(rates.convert(100, 'EUR', dayOf(2026, 12, 31))).toBeUndefined();
  });

  it.each(['0', '-1', '1e3', ''])('refuses the rate %j', (rate) => {
    expect(() => new ExchangeRates('USD', [{ currency: 'EUR', day: 0, rate }])).toThrow(RangeError);
  });
});
