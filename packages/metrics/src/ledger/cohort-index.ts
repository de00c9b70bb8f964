import { type Day, dayOf, partsOf } from '../calendar/day.ts';
import { movementKinds } from '../movements/movement.ts';
import type { MovementColumns } from './ledger.ts';

/**
 * What tables of cohorts read beside {@link MovementColumns}: months instead of days. Months are told by their number since
 * the first in which anything moved; what is still to come on a day is in one month of its own, past the last.
 */
export interface CohortIndex {
  /** The first month, by its first day. */
  readonly start: Day;
  /** How many months there are up to this day's, and the one past the last. */
  readonly months: number;
  /** By account: the month in which it first paid, -1 where it never did. */
  readonly firstMonth: Int32Array;
  /** By row: the month in which its account first paid, times {@link months}, and its own month. */
  readonly cells: Int32Array;
  /** By row: how many customers more there are. */
  readonly heads: Int8Array;
}

/** By code: how many customers more there are for a movement of the kind. */
const headsBy = Int8Array.from(movementKinds, (kind) =>
  kind === 'CHURN' ? -1 : Number(kind === 'NEW' || kind === 'REACTIVATION'),
);

// Movements never change, and a day lasts long.
const indexes = new WeakMap<MovementColumns, { readonly today: Day; readonly index: CohortIndex }>();

/** The index as it is on a day, made by the first that asks for it. */
export function cohortIndex(movements: MovementColumns, today: Day): CohortIndex {
  const known = indexes.get(movements);
  if (known?.today === today) return known.index;
  const index = indexOf(movements, today);
  indexes.set(movements, { today, index });
  return index;
}

function indexOf({ offsets, days, kinds }: MovementColumns, today: Day): CohortIndex {
  const { start, months, monthOf } = monthsUpTo(days, today);
  const firstMonth = new Int32Array(Math.max(0, offsets.length - 1)).fill(-1);
  const cells = new Int32Array(days.length);
  const heads = new Int8Array(days.length);
  for (let account = 0; account < firstMonth.length; account++) {
    const begin = offsets[account] ?? 0;
    const end = offsets[account + 1] ?? 0;
    if (begin === end) continue;
    const first = monthOf(days[begin] ?? 0);
    firstMonth[account] = first;
    for (let row = begin; row < end; row++) {
      cells[row] = first * months + monthOf(days[row] ?? 0);
      heads[row] = headsBy[kinds[row] ?? 0] ?? 0;
    }
  }
  return { start, months, firstMonth, cells, heads };
}

function monthsUpTo(
  days: Int32Array,
  today: Day,
): { readonly start: Day; readonly months: number; readonly monthOf: (day: Day) => number } {
  let first = today;
  for (let row = 0; row < days.length; row++) first = Math.min(first, days[row] ?? 0);
  const { year, month } = partsOf(first);
  const start = dayOf(year, month, 1);
  const byDay = new Int32Array(today - start + 1);
  let months = 0;
  for (let begin = start; begin <= today; months++) {
    const next = dayOf(year, month + months + 1, 1);
    byDay.fill(months, begin - start, next - start);
    begin = next;
  }
  return { start, months: months + 1, monthOf: (day) => (day > today ? months : (byDay[day - start] ?? 0)) };
}
