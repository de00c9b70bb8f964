import type { Day } from '../calendar/day.ts';
import { type Period, previousPeriod, yearBefore } from '../calendar/period.ts';
import type { AnyMetric } from '../catalogue.ts';
import { currencyExponent } from '../money/currency.ts';
import { type Money, majorUnits } from '../money/money.ts';
import type { Reading } from './reading.ts';

/** What a reading is compared with: an earlier one, what the workspace aims for, or nothing. */
export type Comparison = 'PREVIOUS_PERIOD' | 'PREVIOUS_YEAR' | 'TARGET' | 'NONE';

/** How a reading differs from an earlier one, or from a target. */
export interface Change {
  /** In the metric's unit: money in major units, fractions as fractions. */
  readonly absolute: number;
  /** Share of the earlier value; `null` where that was zero or below, or for scores and fractions, whose points say more. */
  readonly relative: number | null;
  readonly money: Money | null;
  readonly direction: 'UP' | 'DOWN' | 'FLAT';
  readonly assessment: 'BETTER' | 'WORSE' | 'NEUTRAL';
  /** Whether the interval, or the two, are too wide for the difference to mean anything. */
  readonly withinMargin: boolean;
}

/**
 * The period a reading is compared with; `null` where it is compared with no other reading. A flow over an unfinished period is compared with as many days of the earlier
 * one, so that ten days are never held against a whole month.
 */
export function comparedPeriod(metric: AnyMetric, period: Period, comparison: Comparison, today: Day): Period | null {
  if (comparison === 'NONE' || comparison === 'TARGET') return null;
  const earlier = comparison === 'PREVIOUS_YEAR' ? yearBefore(period, today) : previousPeriod(period, today);
  if (!period.open || metric.balance || period.start > today) return earlier;
  const end = Math.min(earlier.end, earlier.start + (today + 1 - period.start));
  return end === earlier.end ? earlier : { ...earlier, end, unit: null, count: null };
}

/** The change from one reading to another of the same metric; `null` where either has no number. */
export function changeBetween(earlier: Reading, later: Reading): Change | null {
  if (earlier.value === null || later.value === null) return null;
  const money = moneyBetween(earlier.money, later.money);
  const withinMargin =
    earlier.sample !== null &&
    later.sample !== null &&
    Math.abs(later.value - earlier.value) <= Math.hypot(earlier.sample.marginOfError, later.sample.marginOfError);
  return { ...differenceOf(later.metric, earlier.value, later.value, money), withinMargin };
}

/**
 * How far a reading is above what is aimed for, or below it where negative; `null` without a number.
 *
 * @param target in the metric's unit, money in major units
 */
export function changeFromTarget(target: number, reading: Reading): Change | null {
  if (reading.value === null) return null;
  const money = moneyBetween(moneyOf(target, reading.money), reading.money);
  const withinMargin = reading.sample !== null && Math.abs(reading.value - target) <= reading.sample.marginOfError;
  return { ...differenceOf(reading.metric, target, reading.value, money), withinMargin };
}

function differenceOf(metric: AnyMetric, from: number, to: number, money: Money | null): Omit<Change, 'withinMargin'> {
  const absolute = money === null ? to - from : majorUnits(money);
  const direction = absolute === 0 ? 'FLAT' : absolute > 0 ? 'UP' : 'DOWN';
  return {
    absolute,
    relative: isRelative(metric) && from > 0 ? absolute / from : null,
    money,
    direction,
    assessment: assess(metric, direction),
  };
}

/** An amount in major units in the currency of another, to the minor unit. */
function moneyOf(major: number, like: Money | null): Money | null {
  if (like === null) return null;
  const exponent = currencyExponent(like.currency) ?? 2;
  return { minor: BigInt(Math.round(major * 10 ** exponent)), currency: like.currency };
}

function moneyBetween(earlier: Money | null, later: Money | null): Money | null {
  if (earlier === null || later === null) return null;
  return { minor: later.minor - earlier.minor, currency: later.currency };
}

function isRelative({ unit }: AnyMetric): boolean {
  return unit !== 'FRACTION' && unit !== 'SCORE' && unit !== 'POINTS';
}

function assess(metric: AnyMetric, direction: Change['direction']): Change['assessment'] {
  if (direction === 'FLAT' || metric.better === 'NEITHER') return 'NEUTRAL';
  return (direction === 'UP') === (metric.better === 'HIGHER') ? 'BETTER' : 'WORSE';
}
