import { describe, expect, it } from 'vitest';
import { dayOf, parseDay } from '../calendar/day.ts';
import { ExchangeRates } from '../money/exchange-rates.ts';
import { accountMovements, type RecurringSpan } from './account-movements.ts';

const day = (text: string): number => parseDay(text) ?? Number.NaN;

function span(startsOn: string, endsOn: string | null, annual: number, currency = 'USD'): RecurringSpan {
  return { startsOn: day(startsOn), endsOn: endsOn === null ? null : day(endsOn), annualMinor: annual, currency };
}

function movements(...spans: RecurringSpan[]): string[] {
  const rates = new ExchangeRates('USD', [
    { currency: 'EUR', day: dayOf(2025, 1, 1), rate: '1.10' },
    { currency: 'EUR', day: dayOf(2025, 7, 1), rate: '1.20' },
  ]);
  return accountMovements(spans, rates).movements.map(
    ({ day: on, kind, amount }) => `${new Date(on * 86_400_000).toISOString().slice(0, 10)} ${kind} ${amount}`,
  );
}

describe('accountMovements', () => {
  it('calls a first purchase new and the last loss churn, on the day the item no longer covers', () => {
    expect(movements(span('2025-01-15', '2025-03-01', 1200))).toEqual([
      '2025-01-15 NEW 1200',
      '2025-03-01 CHURN -1200',
    ]);
  });

  it('calls a second subscription expansion and one of two cancelled contraction', () => {
    expect(movements(span('2025-01-01', null, 1200), span('2025-02-01', '2025-04-01', 600))).toEqual([
      '2025-01-01 NEW 1200',
      '2025-02-01 EXPANSION 600',
      '2025-04-01 CONTRACTION -600',
    ]);
  });

  it('nets a change of plan on one day into one movement', () => {
    expect(movements(span('2025-01-01', '2025-02-01', 1200), span('2025-02-01', null, 1500))).toEqual([
      '2025-01-01 NEW 1200',
      '2025-02-01 EXPANSION 300',
    ]);
  });

  it('makes nothing of a renewal at the same price', () => {
    expect(movements(span('2025-01-01', '2026-01-01', 1200), span('2026-01-01', null, 1200))).toEqual([
      '2025-01-01 NEW 1200',
    ]);
  });

  it('calls a return reactivation, after a gap of one day too', () => {
    expect(movements(span('2025-01-01', '2025-02-01', 1200), span('2025-02-02', null, 900))).toEqual([
      '2025-01-01 NEW 1200',
      '2025-02-01 CHURN -1200',
      '2025-02-02 REACTIVATION 900',
    ]);
  });

  it('freezes a foreign amount at the rate of its day, so that who leaves takes out what they brought in', () => {
    expect(movements(span('2025-01-01', '2025-09-01', 1000, 'EUR'))).toEqual([
      '2025-01-01 NEW 1100',
      '2025-09-01 CHURN -1100',
    ]);
  });

  it('converts what is added later at the later rate, and releases shares of what was booked', () => {
    expect(movements(span('2025-01-01', null, 1000, 'EUR'), span('2025-08-01', '2025-10-01', 1000, 'EUR'))).toEqual([
      '2025-01-01 NEW 1100',
      '2025-08-01 EXPANSION 1200',
      '2025-10-01 CONTRACTION -1150',
    ]);
  });

  it('leaves a currency without a rate out as a whole, and says which', () => {
    const spans = [
      span('2024-12-01', null, 1000, 'EUR'),
      span('2025-01-01', null, 1200),
      span('2025-02-01', null, 500, 'EUR'),
    ];
    const rates = new ExchangeRates('USD', [{ currency: 'EUR', day: dayOf(2025, 1, 1), rate: '1.10' }]);
    const { movements: known, unconverted } = accountMovements(spans, rates);
    expect(known).toEqual([{ day: dayOf(2025, 1, 1), kind: 'NEW', amount: 1200 }]);
    expect(unconverted).toEqual(['EUR']);
  });

  it('leaves a currency without a rate out where it ends, too', () => {
    const spans = [span('2025-01-01', null, 1200, 'USD'), span('2025-02-01', '2025-04-01', 500, 'EUR')];
    expect(accountMovements(spans, new ExchangeRates('USD'))).toEqual({
      movements: [{ day: dayOf(2025, 1, 1), kind: 'NEW', amount: 1200 }],
      setToCancel: [],
      unconverted: ['EUR'],
    });
  });

  it('makes nothing of free and of empty spans', () => {
    expect(movements(span('2025-01-01', null, 0), span('2025-03-01', '2025-03-01', 500))).toEqual([]);
  });

  it('lets rates alone neither lose a customer nor win one', () => {
    const yen = span('2025-01-01', '2025-06-15', 1, 'JPY');
    const rate = (day: number, rate: string) => ({ currency: 'JPY', day, rate });
    const falls = new ExchangeRates('USD', [rate(dayOf(2025, 1, 1), '0.007'), rate(dayOf(2025, 3, 1), '0.004')]);
    expect(accountMovements([yen], falls, 'revalueMonthly').movements).toEqual([
      { day: dayOf(2025, 1, 1), kind: 'NEW', amount: 1 },
      { day: dayOf(2025, 6, 15), kind: 'CHURN', amount: -1 },
    ]);
    const rises = new ExchangeRates('USD', [rate(dayOf(2025, 1, 1), '0.004'), rate(dayOf(2025, 3, 1), '0.007')]);
    expect(accountMovements([yen], rises, 'revalueMonthly').movements).toEqual([]);
  });
});
