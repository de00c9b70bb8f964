import { addMonths, type Day, monthsBetween } from '../calendar/day.ts';
import { InvalidPeriod } from '../calendar/invalid-period.ts';
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

/** Cohorts of one table, at most: months of first payment. */
export const maxCohorts = 120;

/** Ages of one cohort, at most: month by month from 0. */
export const maxCohortAges = 120;

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
  /** Age 0 first, up to the current month or the last of {@link maxCohortAges}. */
  readonly cells: readonly CohortCell[];
}

/** By cohort, how many accounts; and by cohort and age, what changed of its annual revenue and of its customers. */
interface Changes {
  /** First day of the earliest month in which one of the accounts first paid; `Infinity` where none did. */
  readonly since: Day;
  readonly sizes: Float64Array;
  readonly revenue: Float64Array;
  readonly customers: Float64Array;
}

/**
 * Cohorts by the month of the first payment: how many of their customers and how much of their MRR are there at each
 * later month's end. Who came back counts again from the month of the return.
 *
 * @param period the months of first payment. Months before the first in which one of the accounts paid are left out.
 * @throws InvalidPeriod for more than {@link maxCohorts} months
 */
export function cohorts(question: Question, period: Period, today: Day): readonly Cohort[] {
  return work(cohortReport(period, today), question);
}

/** The same for a workspace that may be too large for memory. */
export function cohortReport(period: Period, today: Day): Report<Changes, readonly Cohort[]> {
  const months = splitPeriod(period, 'MONTH', today);
  if (months.length > maxCohorts) {
    throw new InvalidPeriod(
      `The period has ${months.length} months, and a table of cohorts at most ${maxCohorts}. Ask for a shorter period.`,
    );
  }
  const begun = months.filter(({ start }) => start <= today);
  return {
    gathering: {
      key: JSON.stringify(['cohorts', period.start, period.end, today]),
      reads: { parts: ['movements'] },
      collect: (question, windows) => windows.map(() => changesOf(question, begun, today)),
      merge: (parts) => {
        const sums = noChanges(begun.length);
        for (const part of parts) {
          addPlaces(sums.sizes, part.sizes);
          addPlaces(sums.revenue, part.revenue);
          addPlaces(sums.customers, part.customers);
        }
        return { ...sums, since: Math.min(...parts.map(({ since }) => since)) };
      },
    },
    window: windowOf(period, today),
    tell: ({ ledger: { currency } }, changes) => tableOf(changes, begun, today, currency),
  };
}

function noChanges(cohorts: number): Changes {
  return {
    since: Number.POSITIVE_INFINITY,
    sizes: new Float64Array(cohorts),
    revenue: new Float64Array(cohorts * maxCohortAges),
    customers: new Float64Array(cohorts * maxCohortAges),
  };
}

function changesOf({ ledger, selection }: Question, cohorts: readonly Period[], today: Day): Changes {
  const changes = noChanges(cohorts.length);
  const start = cohorts[0]?.start;
  if (start === undefined) return changes;
  const index = cohortIndex(ledger.movements, today);
  const places = index.months.map((month) => monthsBetween(start, month));
  const first = addSizes(changes.sizes, index, places, selection.indices);
  for (const [cohort, row] of places.entries()) {
    if (!(row in changes.sizes)) continue;
    for (let month = cohort; month < places.length; month++) {
      const age = (places[month] ?? 0) - row;
      if (age >= maxCohortAges) break;
      const { revenue, customers } = changeOf(index, cellOf(index, cohort, month), selection);
      changes.revenue[row * maxCohortAges + age] = revenue;
      changes.customers[row * maxCohortAges + age] = customers;
    }
  }
  return { ...changes, since: index.months[first] ?? Number.POSITIVE_INFINITY };
}

/** Count accounts by the month in which they first paid. @returns the first month in which one did, or one past the last */
function addSizes(sizes: Float64Array, { firstMonth }: CohortIndex, places: Int32Array, accounts: Uint32Array): number {
  // The first is of those that never paid, the last of those that are still to.
  const counts = new Uint32Array(places.length + 2);
  for (let index = 0; index < accounts.length; index++) {
    const month = (firstMonth[accounts[index] ?? 0] ?? -1) + 1;
    counts[month] = (counts[month] ?? 0) + 1;
  }
  places.forEach((cohort, month) => {
    if (cohort in sizes) sizes[cohort] = counts[month + 1] ?? 0;
  });
  const first = counts.subarray(1, places.length + 1).findIndex((count) => count > 0);
  return first < 0 ? places.length : first;
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
  { since, sizes, revenue, customers }: Changes,
  months: readonly Period[],
  today: Day,
  currency: string,
): readonly Cohort[] {
  return months.flatMap((month, index): readonly Cohort[] => {
    if (month.start < since) return [];
    const own = index * maxCohortAges;
    const ages = Math.min(maxCohortAges, monthsBetween(month.start, today) + 1);
    const sums = runningSum(revenue.subarray(own, own + ages));
    const heads = runningSum(customers.subarray(own, own + ages));
    const share = (column: Float64Array, age: number): number | null =>
      column[0] ? (column[age] ?? 0) / column[0] : null;
    const cells = Array.from({ length: ages }, (_, age): CohortCell => {
      const end = Math.min(addMonths(month.start, age + 1), today + 1);
      return {
        age,
        customers: heads[age] ?? 0,
        money: { minor: divideHalfEven(BigInt(sums[age] ?? 0), 12n), currency },
        customersKept: share(heads, age),
        revenueKept: share(sums, age),
        open: end > today,
      };
    });
    return [{ month, size: sizes[index] ?? 0, cells }];
  });
}

function runningSum(column: Float64Array): Float64Array {
  let sum = 0;
  return column.map((change) => {
    sum += change;
    return sum;
  });
}
