import type { MovementColumns } from '../../ledger/ledger.ts';
import { type MovementIndex, movementIndex } from '../../ledger/movement-index.ts';
import { accountsAtOnce, type Turn } from '../../ledger/rows-of-accounts.ts';
import { clearDesk, type Desk } from './desk.ts';
import { addCells, cellsOf, type MovementSums } from './movement-cells.ts';
import type { RangeSums } from './range-sums.ts';
import type { WindowRanges } from './window-ranges.ts';

/** What a {@link MovementScan} adds to. */
export interface MovementScanSums extends MovementSums {
  /** What the base pays less at the end, account by account; where it pays more, that is nothing. */
  readonly dropped: RangeSums;
}

/**
 * A look at the movements of accounts, which takes most of the time of most readings. What it found is to be added to sums
 * before the next is made, which gets the same desk.
 */
export class MovementScan {
  readonly #movements: MovementColumns;
  readonly #index: MovementIndex;
  readonly #ranges: WindowRanges;
  readonly #accountStep: number;
  readonly #desk: Desk;

  /** @param groups of accounts that are told apart */
  constructor(movements: MovementColumns, ranges: WindowRanges, groups: number) {
    this.#movements = movements;
    this.#index = movementIndex(movements);
    this.#ranges = ranges;
    // A power of two: the window is found again in the bits below it.
    this.#accountStep = 2 ** Math.ceil(Math.log2(groups * (ranges.count + 1)));
    this.#desk = clearDesk({
      rows: this.#index.mostRows,
      dates: ranges.after.length,
      cells: cellsOf(ranges, groups),
      windows: this.#accountStep,
    });
    this.#desk.after.set(ranges.after);
  }

  /**
   * Looks at the movements of accounts that are scanned together.
   *
   * @param groupOf by account, the place of its group
   */
  add(turn: Turn, groupOf: Uint16Array): void {
    const { accounts } = turn;
    const first = (accounts[0] ?? 0) - ((accounts[0] ?? 0) % accountsAtOnce);
    this.#desk.groups.set(groupOf.subarray(first, first + accountsAtOnce));
    this.#desk.scan(this.#layOut(turn), this.#ranges, this.#accountStep);
  }

  /** Lays out rows, and says how many they are. */
  #layOut({ begin, end, rows }: Turn): number {
    const { amounts: amountOf } = this.#movements;
    const { moments: momentOf, spans: spanOf } = this.#index;
    const { moments, spans, amounts } = this.#desk;
    if (rows === undefined) {
      moments.set(momentOf.subarray(begin, end));
      spans.set(spanOf.subarray(begin, end));
      amounts.set(amountOf.subarray(begin, end));
      return end - begin;
    }
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? 0;
      moments[place] = momentOf[row] ?? 0;
      spans[place] = spanOf[row] ?? 0;
      amounts[place] = amountOf[row] ?? 0;
    }
    return rows.length;
  }

  /** Adds everything that was found of a group to its sums. */
  addTo(sums: MovementScanSums, group: number): void {
    addCells(sums, this.#desk.cells, this.#ranges, group);
    const windows = this.#ranges.count + 1;
    for (let window = 0; window < windows; window++)
      sums.dropped.addFrom(window, (this.#desk.steps[group * windows + window] ?? 0) / 2);
  }
}
