import type { MovementColumns } from '../../ledger/ledger.ts';
import { dateOf, type MovementIndex, paidSince } from '../../ledger/movement-index.ts';
import { movementCode } from '../../movements/movement.ts';
import type { RangeSums } from './range-sums.ts';
import { beginsAfter, endsAfter, type WindowRanges } from './window-ranges.ts';

/** What {@link addReturns} adds to. */
export interface ReturnSums {
  /** What accounts that came back within a window pay at its end. */
  readonly returned: RangeSums;
  /** Those of them that had left within the window too, once for each time. */
  readonly cameAgain: RangeSums;
  /** What is there again, at the window's end, of those that paid at its start and left; and how many they are. */
  readonly baseAgain: RangeSums;
  readonly customersAgain: RangeSums;
  /** What those that paid at the window's start took with them when they left once more. */
  readonly churnAgain: RangeSums;
}

/** A time for which an account paid: the windows that begin in it. */
interface Spell {
  readonly from: number;
  readonly to: number;
}

/**
 * Adds what an account that came back means to windows which began before it left. Few do, so that each is looked at by
 * itself.
 */
export function addReturns(
  sums: ReturnSums,
  { offsets, kinds, amounts }: MovementColumns,
  { moments, spans }: MovementIndex,
  { after }: WindowRanges,
  account: number,
): void {
  const spells: Spell[] = [];
  // Windows up to here began before it last left, and before it last came back.
  let leftUntil = 0;
  let returnedUntil = 0;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const left = kinds[row] === movementCode.CHURN;
    // Whoever has not left yet cannot have come back.
    if (!left && spells.length === 0) continue;
    const day = after[dateOf(moments[row] ?? 0)] ?? 0;
    const starting = beginsAfter(day);
    const ending = endsAfter(day);
    const amount = amounts[row] ?? 0;
    const came = kinds[row] === movementCode.NEW || kinds[row] === movementCode.REACTIVATION;
    if (came) sums.cameAgain.add(ending, leftUntil, 1);
    if (kinds[row] === movementCode.REACTIVATION) returnedUntil = starting;
    sums.returned.add(ending, returnedUntil, amount);
    for (const spell of spells) {
      const from = Math.max(ending, spell.from);
      sums.baseAgain.add(from, spell.to, amount);
      if (came) sums.customersAgain.add(from, spell.to, 1);
      if (left) sums.customersAgain.add(from, spell.to, -1);
      if (left) sums.churnAgain.add(from, spell.to, -amount);
    }
    if (left) {
      spells.push({ from: beginsAfter(after[paidSince(spans[row] ?? 0)] ?? 0), to: starting });
      leftUntil = starting;
    }
  }
}
