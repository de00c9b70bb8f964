import { addMonths, type Day, dayOf, partsOf } from '../calendar/day.ts';
import { MetricsError } from '../metrics-error.ts';
import { movementKinds } from '../movements/movement.ts';
import type { MovementColumns } from './ledger.ts';
import { dateOf, kindOf, movementIndex } from './movement-index.ts';

/**
 * What tables of cohorts read in place of {@link MovementColumns}: the same movements in another order, put together by the
 * month in which their account first paid and by their own month. Months are told by their place among those in which
 * anything moved.
 */
export interface CohortIndex {
  /**
   * The months up to a day's, by their first days, ascending. What is still to come on that day is in none of them, and has
   * the place past the last.
   */
  readonly months: Int32Array;
  /** By account: the month in which it first paid, -1 where it never did. */
  readonly firstMonth: Int32Array;
  /**
   * The movements of a month and of accounts of a cohort are those from `offsets[cell]` up to `offsets[cell + 1]`: see
   * {@link cellOf}.
   */
  readonly offsets: Uint32Array;
  /** By movement: whose it is. */
  readonly accounts: Uint32Array;
  /** By movement: how much more annual revenue there is. */
  readonly amounts: Float64Array;
  /** By movement: how many customers more there are. */
  readonly heads: Int8Array;
}

/** The most different months in which anything moves in a ledger: 170 years of them. */
export const mostMonths = 2_048;

/** The cell of a cohort, by the month in which its accounts first paid, in a month. */
export function cellOf({ months }: Pick<CohortIndex, 'months'>, cohort: number, month: number): number {
  return cohort * (months.length + 1) + month;
}

/** By code: how many customers more there are for a movement of the kind. */
const headsBy = Int8Array.from(movementKinds, (kind) =>
  kind === 'CHURN' ? -1 : Number(kind === 'NEW' || kind === 'REACTIVATION'),
);

// Movements never change, and a day lasts long.
const indexes = new WeakMap<MovementColumns, { readonly today: Day; readonly index: CohortIndex }>();

/**
 * The index as it is on a day, made by the first that asks for it.
 *
 * @throws MetricsError where movements are in more than {@link mostMonths} different months
 */
export function cohortIndex(movements: MovementColumns, today: Day): CohortIndex {
  const known = indexes.get(movements);
  if (known?.today === today) return known.index;
  const index = indexOf(movements, today);
  indexes.set(movements, { today, index });
  return index;
}

function indexOf(movements: MovementColumns, today: Day): CohortIndex {
  const { dates, moments } = movementIndex(movements);
  const { months, monthOf } = placeMonths(dates, today);
  const firstMonth = new Int32Array(Math.max(0, movements.offsets.length - 1)).fill(-1);
  const cells = new Uint32Array(moments.length);
  const offsets = new Uint32Array(cellOf({ months }, months.length + 1, 0) + 1);
  for (let account = 0; account < firstMonth.length; account++) {
    const begin = movements.offsets[account] ?? 0;
    const end = movements.offsets[account + 1] ?? 0;
    if (begin === end) continue;
    const cohort = monthOf[dateOf(moments[begin] ?? 0)] ?? 0;
    firstMonth[account] = cohort;
    for (let row = begin; row < end; row++) {
      const cell = cellOf({ months }, cohort, monthOf[dateOf(moments[row] ?? 0)] ?? 0);
      cells[row] = cell;
      offsets[cell + 1] = (offsets[cell + 1] ?? 0) + 1;
    }
  }
  for (let cell = 0; cell + 1 < offsets.length; cell++)
    offsets[cell + 1] = (offsets[cell + 1] ?? 0) + (offsets[cell] ?? 0);
  return { months, firstMonth, offsets, ...sortByCell(movements, moments, cells, offsets) };
}

function sortByCell(
  { offsets: ofAccounts, amounts: unsorted }: MovementColumns,
  moments: Int32Array,
  cells: Uint32Array,
  offsets: Uint32Array,
): Pick<CohortIndex, 'accounts' | 'amounts' | 'heads'> {
  const accounts = new Uint32Array(cells.length);
  const amounts = new Float64Array(cells.length);
  const heads = new Int8Array(cells.length);
  const next = offsets.slice();
  for (let account = 0; account + 1 < ofAccounts.length; account++) {
    for (let row = ofAccounts[account] ?? 0; row < (ofAccounts[account + 1] ?? 0); row++) {
      const cell = cells[row] ?? 0;
      const place = next[cell] ?? 0;
      next[cell] = place + 1;
      accounts[place] = account;
      amounts[place] = unsorted[row] ?? 0;
      heads[place] = headsBy[kindOf(moments[row] ?? 0)] ?? 0;
    }
  }
  return { accounts, amounts, heads };
}

/** The months of dates up to a day, and the place of each date's. */
function placeMonths(dates: Int32Array, today: Day): { readonly months: Int32Array; readonly monthOf: Int32Array } {
  const months: Day[] = [];
  let next = Number.NEGATIVE_INFINITY;
  const monthOf = dates.map((date) => {
    if (date > today) return months.length;
    if (date >= next) {
      const { year, month } = partsOf(date);
      next = addMonths(dayOf(year, month, 1), 1);
      months.push(dayOf(year, month, 1));
    }
    return months.length - 1;
  });
  if (months.length > mostMonths)
    throw new MetricsError(
      `The ledger has movements in ${months.length} different months and ${mostMonths} is the most, which is 170 years. Its cohorts cannot be told. Check the years of what was reported.`,
    );
  return { months: Int32Array.from(months), monthOf };
}
