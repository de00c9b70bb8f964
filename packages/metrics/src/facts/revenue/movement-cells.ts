import { type MovementKind, movementCode, movementKinds } from '../../movements/movement.ts';
import type { RangeSums } from './range-sums.ts';
import type { WindowRanges } from './window-ranges.ts';

/** What {@link addCells} adds to. */
export interface MovementSums {
  readonly start: RangeSums;
  readonly end: RangeSums;
  readonly new: RangeSums;
  readonly reactivation: RangeSums;
  readonly expansion: RangeSums;
  readonly contraction: RangeSums;
  readonly churn: RangeSums;
  readonly fx: RangeSums;
  readonly customersStart: RangeSums;
  readonly customersEnd: RangeSums;
  readonly customersNew: RangeSums;
  /** Departures; an account that leaves twice in a window leaves twice. */
  readonly left: RangeSums;
  /** Of accounts that pay at the window's start, up to the moment that they leave. */
  readonly baseExpansion: RangeSums;
  readonly baseContraction: RangeSums;
  readonly baseChurn: RangeSums;
  readonly baseFx: RangeSums;
  readonly baseLeft: RangeSums;
}

const kindsAtMost = 8;

/**
 * How many cells movements are put together in, by what tells which windows they count in, and by kind, so that ranges of
 * windows are added to once a cell rather than once a movement.
 *
 * Between two bounds all movements are held by the same windows, but whose account has paid without leaving since a window
 * began is of its base, which are the first so many of them: each number of windows left out is a place of its own.
 *
 * @param groups of accounts that are told apart: cells of each come after those of the one before
 */
export function cellsOf({ places }: WindowRanges, groups: number): number {
  return groups * places * kindsAtMost;
}

/**
 * Adds everything that was found of a group to its sums.
 *
 * @param cells amount and count of each
 */
export function addCells(sums: MovementSums, cells: Float64Array, ranges: WindowRanges, group: number): void {
  const { bounds, startingAt, endingAt, firstPlace, places, count: windows } = ranges;
  for (const kind of movementKinds) {
    for (let bound = 0; bound <= bounds.length; bound++) {
      // A window holds a movement when it ends after it and begins before it: from `ending` up to `starting`.
      const starting = startingAt[bound] ?? windows;
      const ending = endingAt[bound] ?? windows;
      let moved = 0;
      let movements = 0;
      for (let window = ending; window <= starting; window++) {
        const place = group * places + (firstPlace[bound] ?? 0) + window - ending;
        const cell = 2 * (place * kindsAtMost + movementCode[kind]);
        const amount = cells[cell] ?? 0;
        const count = cells[cell + 1] ?? 0;
        addBase(sums, kind, window, amount, count);
        moved += amount;
        movements += count;
      }
      addMoved(sums, kind, ending, starting, moved, movements);
      // The base holds its own up to the same window.
      addBase(sums, kind, starting, -moved, -movements);
    }
  }
}

function addMoved(
  sums: MovementSums,
  kind: MovementKind,
  ending: number,
  starting: number,
  amount: number,
  count: number,
): void {
  const customers = kind === 'CHURN' ? -count : kind === 'NEW' || kind === 'REACTIVATION' ? count : 0;
  sums.start.addFrom(starting, amount);
  sums.end.addFrom(ending, amount);
  sums.customersStart.addFrom(starting, customers);
  sums.customersEnd.addFrom(ending, customers);
  switch (kind) {
    case 'NEW':
      sums.new.add(ending, starting, amount);
      sums.customersNew.add(ending, starting, count);
      break;
    case 'REACTIVATION':
      sums.reactivation.add(ending, starting, amount);
      break;
    case 'EXPANSION':
      sums.expansion.add(ending, starting, amount);
      break;
    case 'CONTRACTION':
      sums.contraction.add(ending, starting, -amount);
      break;
    case 'CHURN':
      sums.churn.add(ending, starting, -amount);
      sums.left.add(ending, starting, count);
      break;
    case 'FX':
      sums.fx.add(ending, starting, amount);
  }
}

function addBase(sums: MovementSums, kind: MovementKind, window: number, amount: number, count: number): void {
  switch (kind) {
    case 'EXPANSION':
      sums.baseExpansion.addFrom(window, amount);
      break;
    case 'CONTRACTION':
      sums.baseContraction.addFrom(window, -amount);
      break;
    case 'CHURN':
      sums.baseChurn.addFrom(window, -amount);
      sums.baseLeft.addFrom(window, count);
      break;
    case 'FX':
      sums.baseFx.addFrom(window, amount);
      break;
    case 'NEW':
    case 'REACTIVATION':
    // Whoever starts to pay is not of the base.
  }
}
