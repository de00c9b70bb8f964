import type { MovementColumns } from '../../ledger/ledger.ts';
import { movementCode } from '../../movements/movement.ts';
import { addBase, baseFacts, baseSteps, levelsFor, stride } from './base-revenue.ts';
import { MovementCells } from './movement-cells.ts';
import { addNewcomer, type NewcomerSums } from './newcomers.ts';
import type { WindowRanges } from './window-ranges.ts';

const returned = baseFacts.indexOf('returned');
// Expansion, contraction and churn of the base stand in the order of their codes.
const baseMovement = baseFacts.indexOf('baseExpansion') - movementCode.EXPANSION;

/** What a pass over movements finds, before it is put together for each window. */
export interface ScannedMovements {
  readonly cells: MovementCells;
  /** See {@link baseSteps}. */
  readonly steps: Float64Array;
  /** What accounts pay before the first window, and how many they are: all of them, and those that stay as they are. */
  readonly opening: { readonly revenue: number; readonly customers: number };
  readonly standing: { readonly revenue: number; readonly customers: number };
}

/**
 * One pass over the movements of accounts, those who come and go added to `newcomers` right away. Everything is a plain
 * variable or a typed array, for this is where the time of most readings goes.
 */
export function scanMovements(
  movements: MovementColumns,
  accounts: Uint32Array,
  ranges: WindowRanges,
  newcomers: NewcomerSums,
): ScannedMovements {
  const { offsets, days, kinds, amounts } = movements;
  const { NEW, CHURN, REACTIVATION, FX } = movementCode;
  const { bounds, boundAfter, startingAt, endingAt, count } = ranges;
  const first = bounds[0] ?? 0;
  const last = bounds[bounds.length - 1] ?? 0;
  const cells = new MovementCells(ranges);
  const { amounts: moved, counts } = cells;
  const steps = baseSteps(count);
  let levels = levelsFor(64);
  let opening = 0;
  let openingCustomers = 0;
  let standing = 0;
  let standingCustomers = 0;
  for (const account of accounts) {
    const end = offsets[account + 1] ?? 0;
    let row = offsets[account] ?? 0;
    let balance = 0;
    for (; row < end && (days[row] ?? 0) < first; row++) balance += amounts[row] ?? 0;
    if (balance > 0) {
      opening += balance;
      openingCustomers++;
    }
    if (row === end || (days[row] ?? 0) >= last) {
      if (balance > 0) {
        standing += balance;
        standingCustomers++;
      }
      continue;
    }
    if (end - row >= levels.balance.length) levels = levelsFor(2 * (end - row));
    const { opensAt, closesAt, balance: level } = levels;
    const from = row;
    const before = balance;
    opensAt[0] = 0;
    closesAt[0] = 0;
    level[0] = before;
    let length = 1;
    // The windows that begin while it pays, without having left since: from here on, until it leaves.
    let baseFrom = before > 0 ? 0 : count;
    // The windows that begin before its latest return: what it pays at their end is what came back.
    let returnedUntil = 0;
    let came = false;
    let left = false;
    for (; row < end; row++) {
      const day = days[row] ?? 0;
      if (day >= last) break;
      const bound = boundAfter[day - first] ?? 0;
      // A window holds the movement when it ends after it and begins before it: from `ending` up to `starting`.
      const starting = startingAt[bound] ?? 0;
      const ending = endingAt[bound] ?? 0;
      const amount = amounts[row] ?? 0;
      const kind = kinds[row] ?? 0;
      const cell = MovementCells.of(bound, kind);
      moved[cell] = (moved[cell] ?? 0) + amount;
      counts[cell] = (counts[cell] ?? 0) + 1;
      balance += amount;
      opensAt[length] = starting;
      closesAt[length] = ending;
      level[length++] = balance;
      if (kind === NEW || kind === REACTIVATION) {
        came = true;
        baseFrom = starting;
        if (kind === REACTIVATION) returnedUntil = starting;
      } else if (kind !== FX) {
        left ||= kind === CHURN;
        addRange(steps, baseMovement + kind, ending > baseFrom ? ending : baseFrom, starting, amount);
      }
      if (ending < returnedUntil) addRange(steps, returned, ending, returnedUntil, amount);
    }
    addBase(steps, levels, length, count);
    if (came && left) addNewcomer(newcomers, movements, ranges, from, row, before);
  }
  return {
    cells,
    steps,
    opening: { revenue: opening, customers: openingCustomers },
    standing: { revenue: standing, customers: standingCustomers },
  };
}

/** Adds to a fact of every window from `from` up to, but not including, `to`. */
function addRange(steps: Float64Array, fact: number, from: number, to: number, amount: number): void {
  if (from >= to) return;
  const begin = from * stride + fact;
  const end = to * stride + fact;
  steps[begin] = (steps[begin] ?? 0) + amount;
  steps[end] = (steps[end] ?? 0) - amount;
}
