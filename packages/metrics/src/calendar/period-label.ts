import { formatDay, partsOf } from './day.ts';
import type { Period } from './period.ts';
import { addUnits, startOfUnit } from './unit.ts';

/**
 * The name of a period that is one calendar unit: `2026-11-21`, `2026-W47`, `2026-11`, `2026-Q4`, `2026`, `FY2026-Q1`,
 * `FY2026`. A fiscal year is named for the calendar year in which it ends. `null` for any other period.
 *
 * @param fiscalYearStartsIn month in which the fiscal year starts, 1 to 12
 */
export function periodLabel({ start, unit, count }: Period, fiscalYearStartsIn = 1): string | null {
  if (unit === null || count !== 1) return null;
  const { year, month } = partsOf(start);
  switch (unit) {
    case 'DAY':
      return formatDay(start);
    case 'WEEK': {
      // A week belongs to the year of its Thursday.
      const thursday = start + 3;
      const first = startOfUnit(thursday, 'YEAR');
      return `${partsOf(thursday).year}-W${String(Math.floor((thursday - first) / 7) + 1).padStart(2, '0')}`;
    }
    case 'MONTH':
      return formatDay(start).slice(0, 7);
    case 'QUARTER':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'YEAR':
      return String(year);
    case 'FISCAL_QUARTER':
    case 'FISCAL_YEAR': {
      const first = startOfUnit(start, 'FISCAL_YEAR', fiscalYearStartsIn);
      const name = `FY${partsOf(addUnits(first, 1, 'FISCAL_YEAR') - 1).year}`;
      const quarter = ((month - fiscalYearStartsIn + 12) % 12) / 3 + 1;
      return unit === 'FISCAL_YEAR' ? name : `${name}-Q${quarter}`;
    }
  }
}
