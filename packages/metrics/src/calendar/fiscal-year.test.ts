import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import { formatDay } from './day.ts';
import { type Period, previousPeriod, resolvePeriod, splitPeriod, yearBefore } from './period.ts';
import { periodLabel } from './period-label.ts';
import { addUnits, type PeriodUnit, periodUnits, startOfUnit } from './unit.ts';

const shown = ({ start, end }: Period): string => `${formatDay(start)}..${formatDay(end)}`;
const today = day('2026-11-21');

describe('a fiscal year', () => {
  it.each([
    // Those of Microsoft, the United Kingdom's government, the United States' and a calendar year.
    [7, '2026-07-01..2027-07-01', 'FY2027', '2026-10-01..2027-01-01', 'FY2027-Q2'],
    [4, '2026-04-01..2027-04-01', 'FY2027', '2026-10-01..2027-01-01', 'FY2027-Q3'],
    [10, '2026-10-01..2027-10-01', 'FY2027', '2026-10-01..2027-01-01', 'FY2027-Q1'],
    [12, '2025-12-01..2026-12-01', 'FY2026', '2026-09-01..2026-12-01', 'FY2026-Q4'],
    [2, '2026-02-01..2027-02-01', 'FY2027', '2026-11-01..2027-02-01', 'FY2027-Q4'],
    [1, '2026-01-01..2027-01-01', 'FY2026', '2026-10-01..2027-01-01', 'FY2026-Q4'],
  ])('that starts in month %i', (month, year, yearLabel, quarter, quarterLabel) => {
    const current = (unit: PeriodUnit): Period => resolvePeriod({ kind: 'current', unit }, today, month);
    expect(shown(current('FISCAL_YEAR'))).toBe(year);
    expect(periodLabel(current('FISCAL_YEAR'), month)).toBe(yearLabel);
    expect(shown(current('FISCAL_QUARTER'))).toBe(quarter);
    expect(periodLabel(current('FISCAL_QUARTER'), month)).toBe(quarterLabel);
    const named = resolvePeriod({ kind: 'fiscalYear', year: Number(yearLabel.slice(2)) }, today, month);
    expect(named).toEqual(current('FISCAL_YEAR'));
  });

  it('has its leap day, and compares with the one before it', () => {
    const year = resolvePeriod({ kind: 'fiscalYear', year: 2024 }, today, 7);
    expect([shown(year), year.end - year.start, year.open]).toEqual(['2023-07-01..2024-07-01', 366, false]);
    expect(shown(previousPeriod(year, today))).toBe('2022-07-01..2023-07-01');
    expect(shown(yearBefore(year, today))).toBe('2022-07-01..2023-07-01');
    const quarter = resolvePeriod({ kind: 'last', count: 2, unit: 'FISCAL_QUARTER' }, today, 2);
    expect([shown(quarter), shown(previousPeriod(quarter, today))]).toEqual([
      '2026-05-01..2026-11-01',
      '2025-11-01..2026-05-01',
    ]);
  });

  const month = fc.integer({ min: 1, max: 12 });
  const anyDay = fc.integer({ min: -30_000, max: 60_000 });

  it('is tiled by its quarters, and years by one another, whatever the month and day', () => {
    fc.assert(
      fc.property(anyDay, month, (on, from) => {
        const year = resolvePeriod({ kind: 'current', unit: 'FISCAL_YEAR' }, on, from);
        expect(year.start <= on && on < year.end).toBe(true);
        expect([365, 366]).toContain(year.end - year.start);
        expect(startOfUnit(year.end, 'FISCAL_YEAR', from)).toBe(year.end);
        const quarters = splitPeriod(year, 'FISCAL_QUARTER', on, from);
        expect(quarters).toHaveLength(4);
        expect(quarters[0]?.start).toBe(year.start);
        expect(quarters.at(-1)?.end).toBe(year.end);
        quarters.slice(1).forEach(({ start }, index) => {
          expect(start).toBe(quarters[index]?.end);
        });
        expect(quarters.map((quarter) => periodLabel(quarter, from)?.slice(-3))).toEqual(['-Q1', '-Q2', '-Q3', '-Q4']);
        for (const quarter of quarters) {
          expect(periodLabel(quarter, from)?.slice(0, -3)).toBe(periodLabel(year, from));
        }
      }),
    );
  });

  it('that starts in January is the calendar’s', () => {
    fc.assert(
      fc.property(anyDay, (on) => {
        expect(startOfUnit(on, 'FISCAL_YEAR', 1)).toBe(startOfUnit(on, 'YEAR'));
        expect(startOfUnit(on, 'FISCAL_QUARTER', 1)).toBe(startOfUnit(on, 'QUARTER'));
      }),
    );
  });
});

describe('periods of any unit', () => {
  const unit = fc.constantFrom(...periodUnits);

  it('the last N units end where the current one begins, and a series of them has N points', () => {
    fc.assert(
      fc.property(
        unit,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 0, max: 40_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.boolean(),
        (of, count, on, from, includeCurrent) => {
          const period = resolvePeriod({ kind: 'last', count, unit: of, includeCurrent }, on, from);
          const current = startOfUnit(on, of, from);
          expect(period.end).toBe(includeCurrent ? addUnits(current, 1, of) : current);
          const pieces = splitPeriod(period, of, on, from);
          expect(pieces).toHaveLength(count);
          expect([pieces[0]?.start, pieces.at(-1)?.end]).toEqual([period.start, period.end]);
          for (const piece of pieces) expect(periodLabel(piece, from)).not.toBeNull();
        },
      ),
    );
  });

  it.each([
    ['2021-01-01', 'WEEK', '2020-W53'],
    ['2024-12-30', 'WEEK', '2025-W01'],
    ['2026-11-21', 'WEEK', '2026-W47'],
    ['2026-11-21', 'DAY', '2026-11-21'],
    ['2026-11-21', 'MONTH', '2026-11'],
    ['2026-11-21', 'QUARTER', '2026-Q4'],
    ['2026-11-21', 'YEAR', '2026'],
  ] as const)('on %s the %s is %s', (on, of, label) => {
    expect(periodLabel(resolvePeriod({ kind: 'current', unit: of }, day(on)))).toBe(label);
  });
});
