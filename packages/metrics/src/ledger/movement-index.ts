import { MetricsError } from '../metrics-error.ts';
import { movementCode } from '../movements/movement.ts';
import type { MovementColumns } from './ledger.ts';
import { accountsAtOnce } from './rows-of-accounts.ts';

/**
 * What scans read beside {@link MovementColumns}, a row a movement like those: what the account's other movements mean to
 * this one. With it at hand no step of a scan hangs on the step before. Days are told by their place among the dates, of
 * which there are few, so that what a question makes of a day is a look into a small table.
 */
export interface MovementIndex {
  /** The most rows that {@link accountsAtOnce} have. */
  readonly mostRows: number;
  /** The days on which anything moved, ascending. */
  readonly dates: Int32Array;
  /** Whose it is, when and of which kind: see {@link placeOf}, {@link dateOf} and {@link kindOf}. */
  readonly moments: Int32Array;
  /** What its account's other movements mean to it: see {@link paidSince} and {@link lossesUntil}. */
  readonly spans: Int32Array;
  /** The accounts that ever came back, ascending. */
  readonly returning: Uint32Array;
}

const dateBits = 15;
const dateMask = 2 ** dateBits - 1;

/** The most different days on which anything moves in a ledger: 89 years of them. */
export const mostDates = dateMask;

/** The place of a movement's account among the {@link accountsAtOnce} that are scanned together. */
export function placeOf(moment: number): number {
  return moment >>> (dateBits + 3);
}

/** When a movement was: a place among the dates. */
export function dateOf(moment: number): number {
  return (moment >>> 3) & dateMask;
}

/** The code of a movement's kind. */
export function kindOf(moment: number): number {
  return moment & 7;
}

/** Since when a movement's account paid without having left: a place among the dates. */
export function paidSince(span: number): number {
  return span >>> dateBits;
}

/**
 * The place among the dates after the last on which a movement's account came to pay less than before, 0 where it never
 * does.
 */
export function lossesUntil(span: number): number {
  return span & dateMask;
}

// Movements never change: those of a ledger that was brought forward are others.
const indexes = new WeakMap<MovementColumns, MovementIndex>();

/**
 * The index of a ledger's movements, made by the first that asks for it.
 *
 * @throws MetricsError where they are on more than {@link mostDates} different days
 */
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
  const moments = new Int32Array(days.length);
  const spans = new Int32Array(days.length);
  const returning: number[] = [];
  for (let account = 0; account + 1 < offsets.length; account++) {
    const begin = offsets[account] ?? 0;
    const end = offsets[account + 1] ?? 0;
    if (begin === end) continue;
    const place = account % accountsAtOnce;
    let since = days[begin] ?? 0;
    let lost = 0;
    let returned = false;
    for (let row = begin; row < end; row++) {
      const kind = kinds[row] ?? 0;
      const day = days[row] ?? 0;
      if (kind === movementCode.REACTIVATION) {
        since = day;
        returned = true;
      }
      if (kind === movementCode.CONTRACTION || kind === movementCode.CHURN || kind === movementCode.FX) lost = day + 1;
      moments[row] = (place << (dateBits + 3)) | (day << 3) | kind;
      spans[row] = since << dateBits;
    }
    // Filling so short a stretch costs more than going over it.
    for (let row = begin; row < end; row++) spans[row] = (spans[row] ?? 0) | lost;
    if (returned) returning.push(account);
  }
  return { mostRows: mostRowsOf(offsets), dates, moments, spans, returning: Uint32Array.from(returning) };
}

function mostRowsOf(offsets: Uint32Array): number {
  let most = 0;
  for (let account = 0; account + 1 < offsets.length; account += accountsAtOnce)
    most = Math.max(
      most,
      (offsets[Math.min(account + accountsAtOnce, offsets.length - 1)] ?? 0) - (offsets[account] ?? 0),
    );
  return most;
}

/** The days that occur, and the place of each row's among them. */
function placeDays(days: Int32Array): { readonly dates: Int32Array; readonly days: Int32Array } {
  let first = days[0] ?? 0;
  let last = first;
  for (let row = 0; row < days.length; row++) {
    const day = days[row] ?? 0;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const placeOfDay = new Int32Array(last - first + 1);
  for (let row = 0; row < days.length; row++) placeOfDay[(days[row] ?? 0) - first] = 1;
  const dates: number[] = [];
  for (let past = 0; past < placeOfDay.length; past++) {
    if (placeOfDay[past] === 1) placeOfDay[past] = dates.push(first + past) - 1;
  }
  if (dates.length > mostDates)
    throw new MetricsError(
      `The ledger has movements on ${dates.length} different days and ${mostDates} is the most, which is 89 years. Its revenue cannot be read. Check the years of what was reported.`,
    );
  const places = new Int32Array(days.length);
  for (let row = 0; row < days.length; row++) places[row] = placeOfDay[(days[row] ?? 0) - first] ?? 0;
  return { dates: Int32Array.from(dates), days: places };
}
