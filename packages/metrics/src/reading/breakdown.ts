import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { AnyMetric } from '../catalogue.ts';
import { groupBy } from '../ledger/grouping.ts';
import { traitColumn } from '../ledger/trait-history.ts';
import type { Question } from '../metric.ts';
import { collectGroups } from './collect.ts';
import { answerEach, type Reading, windowsOf } from './reading.ts';
import { windowOf } from './window.ts';

/** One group of a breakdown. */
export interface BreakdownGroup {
  /** The trait's value; `''` for accounts without the trait. */
  readonly value: string;
  readonly accounts: number;
  /** One for each period, in their order. */
  readonly readings: readonly Reading[];
}

/** What an account's group goes by: the trait as it is now, or as it was on the first or the last day of all periods. */
export type BreakdownMoment = 'NOW' | 'PERIOD_START' | 'PERIOD_END';

/**
 * Reads a metric over periods for each value of a trait, the largest group of accounts first. The groups hold every account
 * of the question once, whatever the moment, so their facts add up to the whole: sums do, and so do a ratio's numerators and
 * denominators. Medians do not; their counts and totals do.
 *
 * @param periods oldest first
 */
export function breakdown(
  metric: AnyMetric,
  question: Question,
  trait: string,
  periods: readonly Period[],
  today: Day,
  at: BreakdownMoment = 'NOW',
): readonly BreakdownGroup[] {
  const { ledger, selection } = question;
  const grouping = groupBy(selection, traitColumn(ledger, trait, breakdownDay(at, periods, today)));
  const facts = collectGroups(metric.source, question, grouping, windowsOf(metric, question, periods, today));
  return grouping.groups
    .map(({ value, count, selection: group }, place) => ({
      value,
      accounts: count,
      readings: answerEach(metric, { ...question, selection: group }, periods, today, facts[place] ?? []),
    }))
    .sort((a, b) => b.accounts - a.accounts || a.value.localeCompare(b.value));
}

/** The day of a moment, `undefined` for now; a period that goes on or has not begun is looked at no later than today. */
export function breakdownDay(at: BreakdownMoment, periods: readonly Period[], today: Day): Day | undefined {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  switch (at) {
    case 'NOW':
      return undefined;
    case 'PERIOD_START':
      return Math.min(first.start, today);
    case 'PERIOD_END':
      return windowOf(last, today).end - 1;
  }
}
