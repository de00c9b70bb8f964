import type { MovementColumns } from '../../ledger/ledger.ts';
import { type MovementKind, movementCode, movementKinds } from '../../movements/movement.ts';
import type { DroppedRevenue } from './dropped-revenue.ts';
import { MovementCells } from './movement-cells.ts';
import type { WindowRanges } from './window-ranges.ts';

/** By code: all bits for the kinds with which an account starts to pay, none for the others. */
const arrives = maskOf('NEW', 'REACTIVATION');
/** By code: all bits for the kinds after which an account may pay less. */
const loses = maskOf('CONTRACTION', 'CHURN', 'FX');

/**
 * One pass over the movements of accounts, which takes most of the time of most readings. What an account does next is
 * chance, and a branch on chance costs the processor more than all that is done for a movement. So what a movement is and
 * which windows see it is not asked: it is added up in the place that its kind and its day give.
 *
 * @returns the accounts that came back, once for each time
 */
export function scanMovements(
  { offsets, days, kinds, amounts }: MovementColumns,
  accounts: Uint32Array,
  ranges: WindowRanges,
  cells: MovementCells,
  dropped: DroppedRevenue,
): readonly number[] {
  const { bounds, boundAfter, startingAt, endingAt } = ranges;
  const { amounts: moved, counts, baseAmounts, baseCounts } = cells;
  const first = bounds[0] ?? 0;
  const last = bounds[bounds.length - 1] ?? 0;
  const back: number[] = [];
  let rows = 0;
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] ?? 0;
    rows += (offsets[account + 1] ?? 0) - (offsets[account] ?? 0);
  }
  const { closes, opens, changes, accountStep } = dropped.room(rows);
  let written = 0;
  let ofAccount = 0;
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] ?? 0;
    const end = offsets[account + 1] ?? 0;
    let row = offsets[account] ?? 0;
    for (; row < end && (days[row] ?? 0) < first; row++) {
      const cell = MovementCells.of(0, kinds[row] ?? 0);
      moved[cell] = (moved[cell] ?? 0) + (amounts[row] ?? 0);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    // The first window that begins while it pays, without having left since.
    let baseFrom = 0;
    const begun = written;
    let lost = 0;
    ofAccount += accountStep;
    for (; row < end; row++) {
      const day = days[row] ?? 0;
      if (day >= last) break;
      const kind = kinds[row] ?? 0;
      const amount = amounts[row] ?? 0;
      const bound = boundAfter[day - first] ?? 0;
      const cell = MovementCells.of(bound, kind);
      moved[cell] = (moved[cell] ?? 0) + amount;
      counts[cell] = (counts[cell] ?? 0) + 1;
      // A window holds the movement when it ends after it and begins before it: from `ending` up to `starting`.
      const starting = startingAt[bound] ?? 0;
      const ending = endingAt[bound] ?? 0;
      const arrived = arrives[kind] ?? 0;
      baseFrom = (starting & arrived) | (baseFrom & ~arrived);
      const sooner = ending - baseFrom;
      const later = ending - (sooner & (sooner >> 31));
      const baseCell = MovementCells.of(later, kind);
      baseAmounts[baseCell] = (baseAmounts[baseCell] ?? 0) + amount;
      baseCounts[baseCell] = (baseCounts[baseCell] ?? 0) + 1;
      lost |= loses[kind] ?? 0;
      closes[written] = ofAccount + ending;
      opens[written] = ofAccount + starting;
      changes[written++] = amount;
      if (kind === movementCode.REACTIVATION) back.push(account);
    }
    // Who never pays less drops nothing: what was written of it is written over.
    written = begun + ((written - begun) & lost);
  }
  dropped.add(written);
  return back;
}

function maskOf(...kinds: readonly MovementKind[]): Int32Array {
  return Int32Array.from(movementKinds, (kind) => (kinds.includes(kind) ? -1 : 0));
}
