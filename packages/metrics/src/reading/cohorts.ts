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
  const sizes = new Float64Array(months.length);
  const customers = months.map(() => new Float64Array(ends.length));
  const revenue = months.map(() => new Float64Array(ends.length));
  const { offsets, days, amounts } = ledger.movements;
  for (const account of selection.indices) {
    const begin = offsets[account] ?? 0;
    const last = offsets[account + 1] ?? 0;
    const firstPaid = days[begin] ?? 0;
    if (begin === last || firstPaid > today) continue;
    const cohort = months.findIndex(({ start, end }) => firstPaid >= start && firstPaid < end);
    if (cohort === -1) continue;
    sizes[cohort] = (sizes[cohort] ?? 0) + 1;
    const heads = customers[cohort];
    const sums = revenue[cohort];
    if (heads === undefined || sums === undefined) continue;
    let balance = 0;
    let row = begin;
    ends.forEach((end, month) => {
      for (; row < last && (days[row] ?? 0) < end; row++) balance += amounts[row] ?? 0;
      if (balance > 0) {
        heads[month] = (heads[month] ?? 0) + 1;
        sums[month] = (sums[month] ?? 0) + balance;
      }
    });
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

/** The first day after each month from one month up to the current one, the current held to tomorrow. */
function monthEnds(start: Day, today: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let month = start; month <= today; month = addMonths(month, 1))
    ends.push(Math.min(addMonths(month, 1), today + 1));
  return ends;
}
