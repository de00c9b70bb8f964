import { addMonths, type Day, monthsBetween } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { splitPeriod } from '../calendar/period.ts';
import { addPlaces } from '../facts/add-facts.ts';
import { type CohortIndex, cellOf, cohortIndex } from '../ledger/cohort-index.ts';
import type { Selection } from '../ledger/selection.ts';
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

/** By cohort, how many accounts; and by cohort and month, what changed of its annual revenue and of its customers. */
interface Changes {
  readonly sizes: Float64Array;
  readonly revenue: Float64Array;
  readonly customers: Float64Array;
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
      key: JSON.stringify(['cohorts', period.start, period.end, today]),
      reads: { parts: ['movements'] },
      collect: (question, windows) => windows.map(() => changesOf(question, months, ends, today)),
      merge: (parts) => {
        const sums = noChanges(months, ends);
        for (const part of parts) {
          addPlaces(sums.sizes, part.sizes);
          addPlaces(sums.revenue, part.revenue);
          addPlaces(sums.customers, part.customers);
        }
        return sums;
      },
    },
    window: windowOf(period, today),
    tell: ({ ledger: { currency } }, changes) => tableOf(changes, months, ends, today, currency),
  };
}

function noChanges(cohorts: readonly Period[], ends: readonly Day[]): Changes {
  return {
    sizes: new Float64Array(cohorts.length),
    revenue: new Float64Array(cohorts.length * ends.length),
    customers: new Float64Array(cohorts.length * ends.length),
  };
}

function changesOf(
  { ledger, selection }: Question,
  cohorts: readonly Period[],
  ends: readonly Day[],
  today: Day,
): Changes {
  const changes = noChanges(cohorts, ends);
  const start = cohorts[0]?.start;
  if (start === undefined) return changes;
  const index = cohortIndex(ledger.movements, today);
  const places = index.months.map((month) => monthsBetween(start, month));
  addSizes(changes.sizes, index, places, selection.indices);
  for (let cohort = 0; cohort < places.length; cohort++)
    for (let month = cohort; month < places.length; month++) {
      const [row = -1, column = -1] = [places[cohort], places[month]];
      if (!(row in changes.sizes)) continue;
      const { revenue, customers } = changeOf(index, cellOf(index, cohort, month), selection);
      changes.revenue[row * ends.length + column] = revenue;
      changes.customers[row * ends.length + column] = customers;
    }
  return changes;
}

/** Counts accounts by the month in which they first paid. */
function addSizes(sizes: Float64Array, { firstMonth }: CohortIndex, places: Int32Array, accounts: Uint32Array): void {
  // The first is of those that never paid, the last of those that are still to.
  const counts = new Uint32Array(places.length + 2);
  for (let index = 0; index < accounts.length; index++) {
    const month = (firstMonth[accounts[index] ?? 0] ?? -1) + 1;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  places.forEach((cohort, month) => {
    if (cohort in sizes) sizes[cohort] = counts[month + 1] ?? 0;
  });
}

/** What the selected accounts among those of a cell changed. */
function changeOf(
  { offsets, accounts, amounts, heads }: CohortIndex,
  cell: number,
  { mask, everything }: Selection,
): { readonly revenue: number; readonly customers: number } {
  const end = offsets[cell + 1] ?? 0;
  let revenue = 0;
  let customers = 0;
  for (let row = offsets[cell] ?? 0; row < end; row++) {
    if (!everything && mask[accounts[row] ?? 0] !== 1) continue;
    revenue += amounts[row] ?? 0;
    customers += heads[row] ?? 0;
  }
  return { revenue, customers };
}

function tableOf(
  { sizes, revenue, customers }: Changes,
  months: readonly Period[],
  ends: readonly Day[],
  today: Day,
  currency: string,
): readonly Cohort[] {
  return months.map((month, index): Cohort => {
    const own = index * ends.length;
    const sums = runningSum(revenue.subarray(own, own + ends.length));
    const heads = runningSum(customers.subarray(own, own + ends.length));
    const share = (column: Float64Array, at: number): number | null =>
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

function runningSum(column: Float64Array): Float64Array {
  let sum = 0;
  return column.map((change) => {
    sum += change;
    return sum;
  });
}

/** The first day after each month from one month up to the current one, the current held to tomorrow. */
function monthEnds(start: Day, today: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let month = start; month <= today; month = addMonths(month, 1))
    ends.push(Math.min(addMonths(month, 1), today + 1));
  return ends;
}
