import type { MovementColumns } from '../../ledger/ledger.ts';
import { movementCode } from '../../movements/movement.ts';
import type { RangeSums } from './range-sums.ts';
import type { WindowRanges } from './window-ranges.ts';

/** What {@link addNewcomer} adds to. */
export interface NewcomerSums {
  readonly newcomerChurn: RangeSums;
  readonly newcomersLost: RangeSums;
}

/** A stretch without payment that a payment ended: the windows that begin in it. */
interface Gap {
  readonly from: number;
  readonly to: number;
}

/**
 * Adds what windows that begin while an account does not pay see of it, if it comes and goes before they end.
 *
 * @param from the account's first row on the first bound or later; it has rows up to `to`
 * @param before what it paid until then
 */
export function addNewcomer(
  sums: NewcomerSums,
  { days, kinds, amounts }: MovementColumns,
  { bounds, boundAfter, startingAt, endingAt, count }: WindowRanges,
  from: number,
  to: number,
  before: number,
): void {
  const first = bounds[0] ?? 0;
  const gaps: Gap[] = [];
  let awayFrom = before > 0 ? count : 0;
  /** The windows that end from the last departure on; -1 while there is none to be counted. */
  let leftFrom = -1;
  for (let row = from; row < to; row++) {
    const bound = boundAfter[(days[row] ?? 0) - first];
    if (bound === undefined) break;
    const starting = startingAt[bound] ?? 0;
    const ending = endingAt[bound] ?? 0;
    const kind = kinds[row];
    if (kind === movementCode.CHURN) {
      for (const gap of gaps) sums.newcomerChurn.add(Math.max(ending, gap.from), gap.to, -(amounts[row] ?? 0));
      leftFrom = ending;
      awayFrom = starting;
    } else if (kind === movementCode.NEW || kind === movementCode.REACTIVATION) {
      if (leftFrom !== -1) countLost(sums, gaps, leftFrom, ending);
      leftFrom = -1;
      gaps.push({ from: awayFrom, to: starting });
    }
  }
  if (leftFrom !== -1) countLost(sums, gaps, leftFrom, count);
}

/** An account counts as lost once a window, however often it came and went: by the departure before the window's end. */
function countLost(sums: NewcomerSums, gaps: readonly Gap[], leftFrom: number, until: number): void {
  for (const gap of gaps) sums.newcomersLost.add(Math.max(leftFrom, gap.from), Math.min(gap.to, until), 1);
}
