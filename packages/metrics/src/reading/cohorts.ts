import { addMonths, type Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { splitPeriod } from '../calendar/period.ts';
import { addPlaces } from '../facts/add-facts.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { type Report, work } from './report.ts';
import { windowOf } from './window.ts';

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

/** By cohort: how many accounts, and what each later month changed of its customers and its annual revenue. */
interface Changes {
  readonly sizes: number[];
  readonly customers: readonly number[][];
  readonly revenue: readonly number[][];
}

/**
 * Cohorts by the month of the first payment: how many of their customers and how much of their MRR are there at each
 * later month's end. Who came back counts again from the month of the return.
 *
 * @param period the months of first payment
 */
export function cohorts(question: Question, period: Period, today: Day): readonly Cohort[] {
  return work(cohortReport(period, today), question);
}

/** The same of any workspace. */
export function cohortReport(period: Period, today: Day): Report<Changes, readonly Cohort[]> {
  const months = splitPeriod(period, 'MONTH', today).filter(({ start }) => start <= today);
  const ends = monthEnds(months[0]?.start ?? today + 1, today);
  return {
    gathering: {
      reads: { parts: ['movements'] },
      collect: (question, windows) => windows.map(() => changesOf(question, months, ends, today)),
      merge: (parts) => {
        const sums = noChanges(months, ends);
        for (const part of parts) {
          addPlaces(sums.sizes, part.sizes);
          for (const [cohort, column] of sums.customers.entries()) addPlaces(column, part.customers[cohort] ?? []);
          for (const [cohort, column] of sums.revenue.entries()) addPlaces(column, part.revenue[cohort] ?? []);
        }
        return sums;
      },
    },
    window: windowOf(period, today),
    tell: ({ ledger: { currency } }, changes) => tableOf(changes, months, ends, today, currency),
  };
}

function noChanges(months: readonly Period[], ends: readonly Day[]): Changes {
  return {
    sizes: months.map(() => 0),
    customers: months.map(() => ends.map(() => 0)),
    revenue: months.map(() => ends.map(() => 0)),
  };
}

function changesOf(
  { ledger, selection }: Question,
  months: readonly Period[],
  ends: readonly Day[],
  today: Day,
): Changes {
  const changes = noChanges(months, ends);
  const { sizes, customers, revenue } = changes;
  const [first] = months;
  if (first === undefined) return changes;
  const monthOf = monthsByDay(first.start, ends);
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
  return changes;
}

function tableOf(
  { sizes, customers, revenue }: Changes,
  months: readonly Period[],
  ends: readonly Day[],
  today: Day,
  currency: string,
): readonly Cohort[] {
  return months.map((month, index): Cohort => {
    const heads = runningSum(customers[index] ?? []);
    const sums = runningSum(revenue[index] ?? []);
    const share = (column: readonly number[], at: number): number | null =>
      column[index] ? (column[at] ?? 0) / (column[index] ?? 1) : null;
    return {
      month,
      size: sizes[index] ?? 0,
      cells: ends.slice(index).map((end, age) => ({
        age,
        customers: heads[index + age] ?? 0,
        money: { minor: divideHalfEven(BigInt(sums[index + age] ?? 0), 12n), currency },
        customersKept: share(heads, index + age),
        revenueKept: share(sums, index + age),
        open: end > today,
      })),
    };
  });
}

function runningSum(column: readonly number[]): readonly number[] {
  let sum = 0;
  return column.map((change) => {
    sum += change;
    return sum;
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
