import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import type { AnyMetric } from '../catalogue.ts';
import { selectWhere } from '../ledger/selection.ts';
import type { Question } from '../metric.ts';
import { type Reading, read } from './reading.ts';

/** One group of a breakdown. */
export interface BreakdownGroup {
  /** The trait's value; `''` for accounts without the trait. */
  readonly value: string;
  readonly accounts: number;
  readonly reading: Reading;
}

/**
 * Reads a metric for each value of a trait, the largest group of accounts first. The groups hold every account of the
 * question once, so their facts add up to the whole: sums do, and so do a ratio's numerators and denominators. Medians
 * do not; their counts and totals do.
 */
export function breakdown(
  metric: AnyMetric,
  question: Question,
  trait: string,
  period: Period,
  today: Day,
): readonly BreakdownGroup[] {
  const { ledger, selection } = question;
  const column = ledger.accounts.traits.get(trait);
  const counts = new Map<string, number>();
  for (const account of selection.indices) {
    const value = column?.values[column.codes[account] ?? 0] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
    .map(([value, accounts]) => {
      const group = selectWhere(ledger, { kind: 'trait', key: trait, in: [value] }, selection);
      return { value, accounts, reading: read(metric, { ...question, selection: group }, period, today) };
    });
}
