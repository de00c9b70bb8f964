import type { MovementColumns } from '../../ledger/ledger.ts';
import { type MovementIndex, mostDates } from '../../ledger/movement-index.ts';
import type { DroppedRoom } from './dropped-revenue.ts';
import { MovementCells } from './movement-cells.ts';
import type { WindowRanges } from './window-ranges.ts';

/**
 * Looks at movements once, which takes most of the time of most readings. What an account does next is chance, and a
 * branch on chance costs the processor more than all that is done for a movement. So what a movement is and which windows
 * see it is not asked: it is added up in the place that its kind and its day give.
 *
 * @param rows those of accounts that are scanned together, one account after the other
 * @param groups the group of each of these accounts
 * @returns how many changes were written into the room
 */
export function scanMovements(
  { amounts }: MovementColumns,
  { moments, paidSince, lastLoss }: MovementIndex,
  rows: Uint32Array,
  groups: Uint16Array,
  { boundAfter, beginsAfter, endsAfter, firstDate }: WindowRanges,
  cells: MovementCells,
  { closes, opens, changes, accountStep }: DroppedRoom,
): number {
  const { amounts: moved, counts, baseAmounts, baseCounts, boundsEach, windowsEach } = cells;
  let written = 0;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? 0;
    const moment = moments[row] ?? 0;
    // As placeOf, dateOf and kindOf have it: calling them takes a third longer than all of this.
    const place = moment >>> 20;
    const day = (moment >>> 3) & (mostDates - 1);
    const kind = moment & 7;
    const amount = amounts[row] ?? 0;
    const group = groups[place] ?? 0;
    const cell = MovementCells.of(Math.imul(group, boundsEach) + (boundAfter[day] ?? 0), kind);
    moved[cell] = (moved[cell] ?? 0) + amount;
    counts[cell] = (counts[cell] ?? 0) + 1;
    // A window holds the movement when it ends after it and begins before it: from `ending` up to `starting`.
    const starting = beginsAfter[day] ?? 0;
    const ending = endsAfter[day] ?? 0;
    const own = Math.imul(group, windowsEach);
    const sooner = ending - (beginsAfter[paidSince[row] ?? 0] ?? 0);
    const baseCell = MovementCells.of(own + ending - (sooner & (sooner >> 31)), kind);
    baseAmounts[baseCell] = (baseAmounts[baseCell] ?? 0) + amount;
    baseCounts[baseCell] = (baseCounts[baseCell] ?? 0) + 1;
    // What no window sees change, and who pays less in none, has dropped nothing: it is written over by what comes next.
    const account = place * accountStep + own;
    closes[written] = account + ending;
    opens[written] = account + starting;
    changes[written] = amount;
    written += ((ending - starting) & (firstDate - 1 - (lastLoss[row] ?? 0))) >>> 31;
  }
  return written;
}
