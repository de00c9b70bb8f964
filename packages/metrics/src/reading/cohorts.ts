import { addMonths, type Day, monthsBetween } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { splitPeriod } from '../calendar/period.ts';
import { addPlaces } from '../facts/add-facts.ts';
import { type CohortIndex, cohortIndex } from '../ledger/cohort-index.ts';
import { movementIndex } from '../ledger/movement-index.ts';
import { rowsOfAccounts } from '../ledger/rows-of-accounts.ts';
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

/** One place more than there are cohorts, and months, for what belongs to none of them. */
function noChanges(cohorts: readonly Period[], ends: readonly Day[]): Changes {
  const places = (cohorts.length + 1) * (ends.length + 1);
  return {
    sizes: new Float64Array(cohorts.length + 1),
    revenue: new Float64Array(places),
    customers: new Float64Array(places),
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
  const { movements } = ledger;
  const index = cohortIndex(movements, today);
  const { months } = index;
  const sizes = new Float64Array(months);
  const revenue = new Float64Array(months * months);
  const customers = new Float64Array(months * months);
  addSizes(sizes, index, selection.indices);
  for (const { rows } of rowsOfAccounts(movements.offsets, movementIndex(movements).rows, selection.indices))
    addRows(revenue, customers, index, movements.amounts, rows);
  const skipped = monthsBetween(index.start, start);
  for (let cohort = 0; cohort < cohorts.length; cohort++) {
    changes.sizes[cohort] = sizes[cohort + skipped] ?? 0;
    for (let month = Math.max(0, -skipped); month < ends.length; month++) {
      const from = (cohort + skipped) * months + month + skipped;
      const to = cohort * (ends.length + 1) + month;
      changes.revenue[to] = revenue[from] ?? 0;
      changes.customers[to] = customers[from] ?? 0;
    }
  }
  return changes;
}

function addSizes(sizes: Float64Array, { firstMonth }: CohortIndex, accounts: Uint32Array): void {
  for (let index = 0; index < accounts.length; index++) {
    const month = firstMonth[accounts[index] ?? 0] ?? -1;
    if (month >= 0) sizes[month] = (sizes[month] ?? 0) + 1;
  }
}

function addRows(
  revenue: Float64Array,
  customers: Float64Array,
  { cells, heads }: CohortIndex,
  amounts: Float64Array,
  rows: Uint32Array,
): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const cell = cells[row] ?? 0;
    revenue[cell] = (revenue[cell] ?? 0) + (amounts[row] ?? 0);
    customers[cell] = (customers[cell] ?? 0) + (heads[row] ?? 0);
  }
}

function tableOf(
  { sizes, revenue, customers }: Changes,
  months: readonly Period[],
  ends: readonly Day[],
  today: Day,
  currency: string,
): readonly Cohort[] {
  return months.map((month, index): Cohort => {
    const own = index * (ends.length + 1);
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
