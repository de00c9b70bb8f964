import { mostPoints, type PeriodUnit as Unit } from '@plimsoll/metrics';
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
const mostTrailing = 120;

/** What decides how much a series takes. */
interface Asked {
  readonly period?: typeof PeriodInput.$inferInput | null | undefined;
  readonly granularity: Unit;
  readonly trailing?: number;
}

/**
 * What a series weighs before it runs: 10, 2 for each point, and as much again as points look back over, a twelfth of a
 * point for each unit. Days are counted without a calendar, so points are known to within one or two; what names more than
 * a series may have, and is refused when it runs, weighs as much as the longest.
 */
export function seriesWeight({ period, granularity, trailing = 1 }: Asked): number {
  const points = Math.min(mostPoints, Math.max(1, Math.ceil(pointsIn(period, granularity))));
  const units = Math.min(mostTrailing, Math.max(1, trailing));
  return 10 + 2 * points + Math.floor((points * (units - 1)) / 12);
}

function pointsIn(period: Asked['period'], granularity: Unit): number {
  if (period == null) return usualPoints;
  const { last, current, month, range } = period;
  if (last != null) return (last.count * daysOf[last.unit]) / daysOf[granularity];
  if (range != null) return (range.end - range.start) / daysOf[granularity];
  return daysOf[current ?? (month == null ? 'YEAR' : 'MONTH')] / daysOf[granularity];
}
