import { movementCode, movementKinds } from '../../movements/movement.ts';
import type { RangeSums } from './range-sums.ts';
import type { WindowRanges } from './window-ranges.ts';

/** What {@link MovementCells} adds to. */
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
}

const kindsAtMost = 8;

/**
 * Movements by the stretch of time between two bounds and by kind. What does not hang on an account's other movements is
 * the same range for all of a cell, so the ranges are added to once a cell rather than once a movement.
 */
export class MovementCells {
  readonly #ranges: WindowRanges;
  readonly amounts: Float64Array;
  readonly counts: Float64Array;

  constructor(ranges: WindowRanges) {
    this.#ranges = ranges;
    this.amounts = new Float64Array((ranges.bounds.length + 1) * kindsAtMost);
    this.counts = new Float64Array((ranges.bounds.length + 1) * kindsAtMost);
  }

  /** The cell of a movement. */
  static of(bound: number, kind: number): number {
    return bound * kindsAtMost + kind;
  }

  /** Adds everything that was found to the sums. */
  addTo(sums: MovementSums): void {
    const { bounds, startingAt, endingAt } = this.#ranges;
    for (let bound = 0; bound < bounds.length; bound++) {
      // A window holds a movement when it ends after it and begins before it: from `ending` up to `starting`.
      const starting = startingAt[bound] ?? 0;
      const ending = endingAt[bound] ?? 0;
      for (const kind of movementKinds) {
        const cell = MovementCells.of(bound, movementCode[kind]);
        const amount = this.amounts[cell] ?? 0;
        const count = this.counts[cell] ?? 0;
        if (count === 0) continue;
        sums.start.addFrom(starting, amount);
        sums.end.addFrom(ending, amount);
        const customers = kind === 'CHURN' ? -count : kind === 'NEW' || kind === 'REACTIVATION' ? count : 0;
        sums.customersStart.addFrom(starting, customers);
        sums.customersEnd.addFrom(ending, customers);
        if (kind === 'NEW') {
          sums.new.add(ending, starting, amount);
          sums.customersNew.add(ending, starting, count);
        } else if (kind === 'REACTIVATION') sums.reactivation.add(ending, starting, amount);
        else if (kind === 'EXPANSION') sums.expansion.add(ending, starting, amount);
        else if (kind === 'CONTRACTION') sums.contraction.add(ending, starting, -amount);
        else if (kind === 'CHURN') sums.churn.add(ending, starting, -amount);
        else sums.fx.add(ending, starting, amount);
      }
    }
  }
}
