import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { AnyMetric } from '../catalogue.ts';
import { selectEach } from '../ledger/selection.ts';
import { traitColumn } from '../ledger/trait-history.ts';
import type { Question } from '../metric.ts';
import { type Reading, read } from './reading.ts';
import { windowOf } from './window.ts';

/** One group of a breakdown. */
export interface BreakdownGroup {
  /** The trait's value; `''` for accounts without the trait. */
  readonly value: string;
  readonly accounts: number;
  readonly reading: Reading;
}

/** What an account's group goes by: the trait as it is now, or as it was on the first or the last day of the period. */
export type BreakdownMoment = 'NOW' | 'PERIOD_START' | 'PERIOD_END';

/**
 * Reads a metric for each value of a trait, the largest group of accounts first. The groups hold every account of the
 * question once, whatever the moment, so their facts add up to the whole: sums do, and so do a ratio's numerators and
 * denominators. Medians do not; their counts and totals do.
 */
export function breakdown(
  metric: AnyMetric,
  question: Question,
  trait: string,
  period: Period,
  today: Day,
  at: BreakdownMoment = 'NOW',
): readonly BreakdownGroup[] {
  const { ledger, selection } = question;
  const on = breakdownDay(at, period, today);
  return selectEach(selection, traitColumn(ledger, trait, on))
    .map(({ value, selection: group }) => ({
      value,
      accounts: group.indices.length,
      reading: read(metric, { ...question, selection: group }, period, today),
    }))
    .sort((a, b) => b.accounts - a.accounts || a.value.localeCompare(b.value));
}

/** The day of a moment, `undefined` for now; a period that goes on or has not begun is looked at no later than today. */
export function breakdownDay(at: BreakdownMoment, period: Period, today: Day): Day | undefined {
  switch (at) {
    case 'NOW':
      return undefined;
    case 'PERIOD_START':
      return Math.min(period.start, today);
    case 'PERIOD_END':
      return windowOf(period, today).end - 1;
  }
}
