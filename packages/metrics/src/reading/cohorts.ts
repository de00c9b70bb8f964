import { addMonths, type Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { splitPeriod } from '../calendar/period.ts';
import { addPlaces } from '../facts/add-facts.ts';
import type { MovementColumns } from '../ledger/ledger.ts';
import { type MovementIndex, movementIndex } from '../ledger/movement-index.ts';
import { rowsOfAccounts } from '../ledger/rows-of-accounts.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { movementKinds } from '../movements/movement.ts';
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

/** By code: how many customers more there are for a movement of the kind. */
const customersBy = Int8Array.from(movementKinds, (kind) =>
  kind === 'CHURN' ? -1 : Number(kind === 'NEW' || kind === 'REACTIVATION'),
);

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
      collect: (question, windows) => windows.map(() => changesOf(question, months, ends)),
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

function changesOf({ ledger, selection }: Question, cohorts: readonly Period[], ends: readonly Day[]): Changes {
  const changes = noChanges(cohorts, ends);
  const start = cohorts[0]?.start;
  if (start === undefined) return changes;
  const { movements } = ledger;
  const index = movementIndex(movements);
  const months = monthsOf(index.dates, start, ends);
  const cohortOf = months.map((month) => Math.min(month, cohorts.length));
  addSizes(changes.sizes, movements, index, selection.indices, cohortOf);
  const cellOf = cohortOf.map((cohort) => cohort * (ends.length + 1));
  for (const { rows } of rowsOfAccounts(movements.offsets, index.rows, selection.indices))
    addRows(changes, movements, index, rows, cellOf, months);
  return changes;
}

function addSizes(
  sizes: Float64Array,
  { offsets }: MovementColumns,
  { firstPaid }: MovementIndex,
  accounts: Uint32Array,
  cohortOf: Int32Array,
): void {
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] ?? 0;
    const row = offsets[account] ?? 0;
    if (row === offsets[account + 1]) continue;
    const cohort = cohortOf[firstPaid[row] ?? 0] ?? 0;
    sizes[cohort] = (sizes[cohort] ?? 0) + 1;
  }
}

function addRows(
  { revenue, customers }: Changes,
  { kinds, amounts }: MovementColumns,
  { days, firstPaid }: MovementIndex,
  rows: Uint32Array,
  cellOf: Int32Array,
  months: Int32Array,
): void {
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const cell = (cellOf[firstPaid[row] ?? 0] ?? 0) + (months[days[row] ?? 0] ?? 0);
    revenue[cell] = (revenue[cell] ?? 0) + (amounts[row] ?? 0);
    customers[cell] = (customers[cell] ?? 0) + (customersBy[kinds[row] ?? 0] ?? 0);
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

/** For each of the dates: the place of its month among those that end on these days, past the last for any other. */
function monthsOf(dates: Int32Array, start: Day, ends: readonly Day[]): Int32Array {
  let month = 0;
  return dates.map((date) => {
    while (month < ends.length && (ends[month] ?? 0) <= date) month++;
    return date < start ? ends.length : month;
  });
}

/** The first day after each month from one month up to the current one, the current held to tomorrow. */
function monthEnds(start: Day, today: Day): readonly Day[] {
  const ends: Day[] = [];
  for (let month = start; month <= today; month = addMonths(month, 1))
    ends.push(Math.min(addMonths(month, 1), today + 1));
  return ends;
}
