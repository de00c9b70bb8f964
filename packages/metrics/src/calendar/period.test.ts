import { describe, expect, it } from 'vitest';
import { addMonths, formatDay, parseDay } from './day.ts';
import { InvalidPeriod } from './invalid-period.ts';
import { type Period, previousPeriod, resolvePeriod, splitPeriod, yearBefore } from './period.ts';
import { dayInZone } from './zone.ts';

const day = (text: string): number => parseDay(text) ?? Number.NaN;
const today = day('2026-11-21');
const shown = ({ start, end, open }: Period): string => `${formatDay(start)}..${formatDay(end)}${open ? ' open' : ''}`;

describe('formatDay', () => {
  it('writes the day after the last of four digits, and the one before the first, as ISO 8601 does', () => {
    expect(formatDay(day('9999-12-31') + 1)).toBe('+010000-01-01');
    expect(formatDay(day('0000-01-01') - 1)).toBe('-000001-12-31');
  });
});

describe('parseDay', () => {
  it.each(['0050-01-01', '1970-01-01', '2024-02-29', '9999-12-31'])('reads %s as formatDay writes it', (text) => {
    expect(formatDay(day(text))).toBe(text);
  });

  it.each(['2025-02-29', '2026-13-01', '2026-00-10', '2026-1-1', '2026-01-32', ''])('refuses %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });
});

describe('addMonths', () => {
  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-01-15', -13, '2023-12-15'],
  ])('%s and %d months is %s', (from, months, to) => {
    expect(formatDay(addMonths(day(from), months))).toBe(to);
  });
});

describe('resolvePeriod', () => {
  it.each([
    ['complete months', { kind: 'last', count: 12, unit: 'MONTH' }, '2025-11-01..2026-11-01'],
    [
      'the current month too',
      { kind: 'last', count: 12, unit: 'MONTH', includeCurrent: true },
      '2025-12-01..2026-12-01 open',
    ],
    ['weeks from Monday', { kind: 'last', count: 1, unit: 'WEEK' }, '2026-11-09..2026-11-16'],
    ['the current quarter', { kind: 'current', unit: 'QUARTER' }, '2026-10-01..2027-01-01 open'],
    ['a leap February', { kind: 'month', month: '2024-02' }, '2024-02-01..2024-03-01'],
    ['a year', { kind: 'year', year: 2025 }, '2025-01-01..2026-01-01'],
    ['explicit days', { kind: 'range', start: day('2026-01-10'), end: day('2026-01-20') }, '2026-01-10..2026-01-20'],
    ['yesterday', { kind: 'last', count: 1, unit: 'DAY' }, '2026-11-20..2026-11-21'],
  ] as const)('reads %s', (_, spec, expected) => {
    expect(shown(resolvePeriod(spec, today))).toBe(expected);
  });

  it.each([
    ['no days', { kind: 'range', start: today, end: today }, /not after its start/],
    ['days backwards', { kind: 'range', start: today, end: today - 1 }, /not after its start/],
    ['no units', { kind: 'last', count: 0, unit: 'MONTH' }, /0 units/],
    ['half a unit', { kind: 'last', count: 1.5, unit: 'MONTH' }, /1.5 units/],
    ['a month that is none', { kind: 'month', month: '2026-13' }, /not a month/],
    ['a century', { kind: 'last', count: 100, unit: 'YEAR' }, /50 years/],
    ['a year that is none', { kind: 'year', year: 20_261 }, /not a year/],
  ] as const)('refuses %s', (_, spec, message) => {
    expect(() => resolvePeriod(spec, today)).toThrow(InvalidPeriod);
    expect(() => resolvePeriod(spec, today)).toThrow(message);
  });
});

describe('the longest period', () => {
  it.each([
    [
      'days',
      { kind: 'range', start: today, end: today + 18_262 },
      { kind: 'range', start: today, end: today + 18_263 },
    ],
    ['last days', { kind: 'last', count: 18_262, unit: 'DAY' }, { kind: 'last', count: 18_263, unit: 'DAY' }],
    ['last months', { kind: 'last', count: 599, unit: 'MONTH' }, { kind: 'last', count: 601, unit: 'MONTH' }],
    ['last years', { kind: 'last', count: 49, unit: 'YEAR' }, { kind: 'last', count: 51, unit: 'YEAR' }],
  ] as const)('is 50 years of %s', (_, most, past) => {
    expect(resolvePeriod(most, today).end).toBeGreaterThan(0);
    expect(() => resolvePeriod(past, today)).toThrow(/50 years.*\. Ask for/);
  });
});

describe('previousPeriod', () => {
  it('keeps the calendar: February comes before March', () => {
    expect(shown(previousPeriod(resolvePeriod({ kind: 'month', month: '2024-03' }, today), today))).toBe(
      '2024-02-01..2024-03-01',
    );
  });

  it('goes back by days where days were given', () => {
    const ten = resolvePeriod({ kind: 'range', start: day('2026-03-01'), end: day('2026-03-11') }, today);
    expect(shown(previousPeriod(ten, today))).toBe('2026-02-19..2026-03-01');
  });

  it('is a year earlier on demand, leap day or not', () => {
    const leap = resolvePeriod({ kind: 'range', start: day('2024-02-29'), end: day('2024-03-01') }, today);
    expect(shown(yearBefore(leap, today))).toBe('2023-02-28..2023-03-01');
  });
});

describe('splitPeriod', () => {
  it('cuts into whole units and marks the unfinished one', () => {
    const quarter = resolvePeriod({ kind: 'current', unit: 'QUARTER' }, today);
    expect(splitPeriod(quarter, 'MONTH', today).map(shown)).toEqual([
      '2026-10-01..2026-11-01',
      '2026-11-01..2026-12-01 open',
      '2026-12-01..2027-01-01 open',
    ]);
  });

  it('gives 400 points, and refuses more than one series may have', () => {
    const days = (count: number) => resolvePeriod({ kind: 'last', count, unit: 'DAY' }, today);
    expect(splitPeriod(days(400), 'DAY', today)).toHaveLength(400);
    expect(() => splitPeriod(days(401), 'DAY', today)).toThrow(/more than 400 units of DAY\. Ask for a shorter period/);
  });
});

describe('dayInZone', () => {
  it.each([
    ['2026-03-01T02:00Z', 'America/New_York', '2026-02-28'],
    ['2026-03-01T02:00Z', 'Pacific/Kiritimati', '2026-03-01'],
    ['2026-03-01T10:30Z', 'Pacific/Kiritimati', '2026-03-02'],
    ['2026-03-01T10:30Z', 'Pacific/Pago_Pago', '2026-02-28'],
    // The nights on which clocks change in Berlin: midnight is 22:00Z in summer and 23:00Z in winter.
    ['2026-03-28T23:30Z', 'Europe/Berlin', '2026-03-29'],
    ['2026-10-24T22:30Z', 'Europe/Berlin', '2026-10-25'],
    ['2026-10-25T22:30Z', 'Europe/Berlin', '2026-10-25'],
  ])('puts %s in %s on %s', (instant, zone, expected) => {
    expect(formatDay(dayInZone(Date.parse(instant), zone))).toBe(expected);
  });
});

describe('the same period a year before', () => {
  const before = (start: string, end: string): string =>
    shown(yearBefore(resolvePeriod({ kind: 'range', start: day(start), end: day(end) }, today), today));

  it.each([
    ['2024-02-29', '2024-03-01', '2023-02-28..2023-03-01'],
    ['2024-02-28', '2024-02-29', '2023-02-28..2023-03-01'],
    ['2024-02-10', '2024-02-29', '2023-02-10..2023-03-01'],
    ['2025-02-28', '2025-03-01', '2024-02-28..2024-03-01'],
    ['2025-02-01', '2025-02-28', '2024-02-01..2024-02-28'],
    ['2024-02-01', '2024-03-01', '2023-02-01..2023-03-01'],
    ['2025-01-31', '2025-02-01', '2024-01-31..2024-02-01'],
  ])('of %s to %s is %s', (start, end, expected) => {
    expect(before(start, end)).toBe(expected);
  });

  it('of months keeps the calendar, of weeks the weekday, and of days says when they are one fewer', () => {
    const february = yearBefore(resolvePeriod({ kind: 'month', month: '2025-02' }, today), today);
    expect([shown(february), february.unit, february.count]).toEqual(['2024-02-01..2024-03-01', 'MONTH', 1]);
    const week = yearBefore(resolvePeriod({ kind: 'last', count: 2, unit: 'WEEK' }, today), today);
    expect([shown(week), week.unit, week.count]).toEqual(['2025-11-03..2025-11-17', 'WEEK', 2]);
    const days = yearBefore(resolvePeriod({ kind: 'last', count: 30, unit: 'DAY' }, day('2024-03-16')), today);
    expect([shown(days), days.unit]).toEqual(['2023-02-15..2023-03-16', null]);
  });
});
