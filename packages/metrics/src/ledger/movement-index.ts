import { movementCode } from '../movements/movement.ts';
import type { MovementColumns } from './ledger.ts';
import { accountsAtOnce } from './rows-of-accounts.ts';

/**
 * What scans read beside {@link MovementColumns}, a row a movement like those: what the account's other movements mean to
 * this one. With it at hand no step of a scan hangs on the step before. Days are told by their place among the dates, of
 * which there are few, so that what a question makes of a day is a look into a small table.
 */
export interface MovementIndex {
  /** Every row, in order: those of accounts that are neighbours are a stretch of it. */
  readonly rows: Uint32Array;
  /** The days on which anything moved, ascending. */
  readonly dates: Int32Array;
  /** When it moved: a place among the dates. */
  readonly days: Int32Array;
  /** When its account first paid, and since when it paid without having left: places among the dates. */
  readonly firstPaid: Int32Array;
  readonly paidSince: Int32Array;
  /** The place of its account among the {@link accountsAtOnce} that are scanned together. */
  readonly places: Uint16Array;
  /** When its account last came to pay less than before: a place among the dates, -1 where it never does. */
  readonly lastLoss: Int32Array;
  /** The accounts that ever came back, ascending. */
  readonly returning: Uint32Array;
}

// Movements never change: those of a ledger that was brought forward are others.
const indexes = new WeakMap<MovementColumns, MovementIndex>();

/** The index of a ledger's movements, made by the first that asks for it. */
export function movementIndex(movements: MovementColumns): MovementIndex {
  const known = indexes.get(movements);
  if (known !== undefined) return known;
  const index = indexOf(movements);
  indexes.set(movements, index);
  return index;
}

function indexOf(movements: MovementColumns): MovementIndex {
  const { offsets, kinds } = movements;
  const { dates, days } = placeDays(movements.days);
  const rows = new Uint32Array(days.length);
  const firstPaid = new Int32Array(days.length);
  const paidSince = new Int32Array(days.length);
  const places = new Uint16Array(days.length);
  const lastLoss = new Int32Array(days.length);
  const returning: number[] = [];
  for (let account = 0; account + 1 < offsets.length; account++) {
    const begin = offsets[account] ?? 0;
    const end = offsets[account + 1] ?? 0;
    if (begin === end) continue;
    const first = days[begin] ?? 0;
    let since = first;
    let lost = -1;
    let returned = false;
    for (let row = begin; row < end; row++) {
      const kind = kinds[row];
      if (kind === movementCode.REACTIVATION) {
        since = days[row] ?? 0;
        returned = true;
      }
      if (kind === movementCode.CONTRACTION || kind === movementCode.CHURN || kind === movementCode.FX)
        lost = days[row] ?? 0;
      rows[row] = row;
      firstPaid[row] = first;
      paidSince[row] = since;
      places[row] = account % accountsAtOnce;
    }
    // Filling so short a stretch costs more than going over it.
    for (let row = begin; row < end; row++) lastLoss[row] = lost;
    if (returned) returning.push(account);
  }
  return { rows, dates, days, firstPaid, paidSince, places, lastLoss, returning: Uint32Array.from(returning) };
}

/** The days that occur, and the place of each row's among them. */
function placeDays(days: Int32Array): Pick<MovementIndex, 'dates' | 'days'> {
  let first = days[0] ?? 0;
  let last = first;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const placeOf = new Int32Array(last - first + 1);
  for (let row = 0; row < days.length; row++) placeOf[(days[row] ?? 0) - first] = 1;
  const dates: number[] = [];
  for (let past = 0; past < placeOf.length; past++) {
    if (placeOf[past] === 1) placeOf[past] = dates.push(first + past) - 1;
  }
  const places = new Int32Array(days.length);
  for (let row = 0; row < days.length; row++) places[row] = placeOf[(days[row] ?? 0) - first] ?? 0;
  return { dates: Int32Array.from(dates), days: places };
}
