import { addMonths, type Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { splitPeriod } from '../calendar/period.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';

/** A cohort at one age. */
export interface CohortCell {
  /** Whole months since the month of the first payment; 0 is that month itself. */
  readonly age: number;
  readonly customers: number;
  readonly money: Money;
  /** Customers over those at age 0; `null` where nobody was left at the end of the first month. */
  readonly customersKept: number | null;
  /** MRR over that at age 0; `null` without any. */
  readonly revenueKept: number | null;
  /** Whether the month has not ended yet. */
  readonly open: boolean;
}

/** The accounts that first paid in one month, over their ages. */
export interface Cohort {
  readonly month: Period;
  /** Accounts that first paid in the month, those that left within it too. */
  readonly size: number;
  /** Age 0 first, up to the current month. */
  readonly cells: readonly CohortCell[];
}

/**
 * Cohorts by the month of the first payment: how many of their customers and how much of their MRR are there at each
 * later month's end. Who came back counts again from the month of the return.
 *
 * @param period the months of first payment
 */
export function cohorts(question: Question, period: Period, today: Day): readonly Cohort[] {
  const { ledger, selection } = question;
  const months = splitPeriod(period, 'MONTH', today).filter(({ start }) => start <= today);
  const [first] = months;
  if (first === undefined) return [];
  const ends = monthEnds(first.start, today);
  const monthOf = monthsByDay(first.start, ends);
  const sizes = new Float64Array(months.length);
  // What each month changes, summed up over the months once everybody is in.
  const customers = months.map(() => new Float64Array(ends.length));
  const revenue = months.map(() => new Float64Array(ends.length));
  const { offsets, days, amounts } = ledger.movements;
  for (const account of selection.indices) {
    const begin = offsets[account] ?? 0;
    const last = offsets[account + 1] ?? 0;
    if (begin === last) continue;
    const firstPaid = days[begin] ?? 0;
    if (firstPaid < first.start || firstPaid > today) continue;
    const cohort = monthOf[firstPaid - first.start] ?? 0;
    const heads = customers[cohort];
    const sums = revenue[cohort];
    if (heads === undefined || sums === undefined) continue;
    sizes[cohort] = (sizes[cohort] ?? 0) + 1;
    let balance = 0;
    for (let row = begin; row < last && (days[row] ?? 0) <= today; row++) {
      const month = monthOf[(days[row] ?? 0) - first.start] ?? 0;
      const amount = amounts[row] ?? 0;
      const before = balance > 0 ? 1 : 0;
      balance += amount;
      sums[month] = (sums[month] ?? 0) + amount;
      heads[month] = (heads[month] ?? 0) + (balance > 0 ? 1 : 0) - before;
    }
  }
  for (const column of [...customers, ...revenue]) {
    for (let month = 1; month < column.length; month++) column[month] = (column[month] ?? 0) + (column[month - 1] ?? 0);
  }
  return months.map((month, index): Cohort => {
    const heads = customers[index] ?? new Float64Array();
    const sums = revenue[index] ?? new Float64Array();
    const share = (column: Float64Array, at: number): number | null =>
      column[index] ? (column[at] ?? 0) / (column[index] ?? 1) : null;
    return {
      month,
      size: sizes[index] ?? 0,
      cells: ends.slice(index).map((end, age) => ({
        age,
        customers: heads[index + age] ?? 0,
        money: { minor: divideHalfEven(BigInt(sums[index + age] ?? 0), 12n), currency: ledger.currency },
        customersKept: share(heads, index + age),
        revenueKept: share(sums, index + age),
        open: end > today,
      })),
    };
  });
}

/** For each day from a month's first on: the place of its month among those that end on these days. */
function monthsByDay(start: Day, ends: readonly Day[]): Uint16Array {
  const months = new Uint16Array((ends.at(-1) ?? start) - start);
  ends.forEach((end, month) => {
    months.fill(month, (ends[month - 1] ?? start) - start, end - start);
  });
  return months;
}

/** The first day after each month from one month up to the current one, the current held to tomorrow. */
function monthEnds(start: Day, today: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let month = start; month <= today; month = addMonths(month, 1))
    ends.push(Math.min(addMonths(month, 1), today + 1));
  return ends;
}
