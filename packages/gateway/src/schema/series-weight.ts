import { mostPoints, type PeriodUnit as Unit } from '@plimsoll/metrics';
import { type Extent, scanWeight } from '../cost/extent.ts';
import type { PeriodInput } from './period.ts';

const daysOf: Readonly<Record<Unit, number>> = {
  DAY: 1,
  WEEK: 7,
  MONTH: 30,
  QUARTER: 91,
  YEAR: 365,
  FISCAL_QUARTER: 91,
  FISCAL_YEAR: 365,
};

/** Points of a series that names no period. */
const usualPoints = 12;
const maxTrailing = 120;

/** Points that one pass over the accounts finds; more of them take as many passes' time. */
const pointsPerScan = 24;

type PeriodArgument = typeof PeriodInput.$inferInput | null | undefined;

/** What decides how much a series takes. */
interface Asked {
  readonly period?: PeriodArgument;
  readonly granularity: Unit;
  readonly trailing?: number;
}

/**
 * Weigh a series before it runs: 10, 2 for each point, as much again as points look back over (a twelfth of a point for each
 * unit), and the passes over the accounts. Days are counted without a calendar, so points are known to within one or two; what
 * names more than a series may have, and is refused when it runs, weighs as much as the longest.
 */
export function seriesWeight({ period, granularity, trailing = 1 }: Asked, extent: Extent): number {
  const points = Math.min(mostPoints, Math.max(1, Math.ceil(unitsIn(period, granularity, usualPoints))));
  const units = Math.min(maxTrailing, Math.max(1, trailing));
  const passes = Math.ceil((1 + points / pointsPerScan) * scanWeight(extent));
  return 10 + 2 * points + Math.floor((points * (units - 1)) / 12) + passes;
}

/** Count the calendar units that a period names, by the usual length of each. @param unnamed how many where none is named */
export function unitsIn(period: PeriodArgument, unit: Unit, unnamed: number): number {
  if (period == null) return unnamed;
  const { last, current, month, range } = period;
  if (last != null) return (last.count * daysOf[last.unit]) / daysOf[unit];
  if (range != null) return (range.end - range.start) / daysOf[unit];
  return daysOf[current ?? (month == null ? 'YEAR' : 'MONTH')] / daysOf[unit];
}
