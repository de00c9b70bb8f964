import type { RangeSums } from './range-sums.ts';

/** Where changes of accounts are written to, in the order of their days, one account after the other. */
export interface DroppedRoom {
  /**
   * By change: the first window that ends after it, and the first that begins after it, counted on from one group to the next;
   * both on top of {@link accountStep}.
   */
  readonly closes: Int32Array;
  readonly opens: Int32Array;
  /** By change: its amount, negative where the account pays less. */
  readonly changes: Float64Array;
  /** What is added to windows for each account before, so that all of an account's come before all of the next one's. */
  readonly accountStep: number;
}

const never = 0x7fff_ffff;

/**
 * How much less accounts pay at windows' ends than they paid at their starts; those that pay as much or more have
 * dropped nothing.
 *
 * Each change matters twice to what an account has dropped: from the first window on that ends after it, which sees it,
 * and from the first that begins after it, which does not any more. Both are lists in order, for all accounts together,
 * so one walk along the two meets everything that happens in the order in which it does.
 */
export class DroppedRevenue {
  /** Group by group, steps over the windows, and one past the last, of twice what was dropped. */
  readonly #steps: Float64Array;
  readonly #windowsEach: number;
  readonly #accountStep: number;
  #room: DroppedRoom;

  /**
   * @param windows how many there are
   * @param groups of accounts that are told apart
   */
  constructor(windows: number, groups: number) {
    this.#windowsEach = windows + 1;
    this.#steps = new Float64Array(groups * this.#windowsEach);
    // A power of two: the window is found again in the bits below it.
    this.#accountStep = 2 ** Math.ceil(Math.log2(this.#steps.length));
    this.#room = this.#roomFor(0);
  }

  /** Room for so many changes and an end; that of the last time, where it is large enough. */
  room(changes: number): DroppedRoom {
    if (this.#room.closes.length <= changes) this.#room = this.#roomFor(changes + (changes >> 2));
    return this.#room;
  }

  #roomFor(changes: number): DroppedRoom {
    return {
      closes: new Int32Array(changes + 1),
      opens: new Int32Array(changes + 1),
      changes: new Float64Array(changes + 1),
      accountStep: this.#accountStep,
    };
  }

  /** Adds the first so many changes that were written into the room. */
  add(count: number): void {
    const steps = this.#steps;
    const { closes, opens, changes, accountStep } = this.#room;
    closes[count] = never;
    opens[count] = never;
    let close = 0;
    let open = 0;
    let balance = 0;
    let before = 0;
    for (let left = 2 * count; left > 0; left--) {
      const closesAt = closes[close] ?? 0;
      const opensAt = opens[open] ?? 0;
      // Which of the two is next is chance, so it is not asked but computed with: all bits where a window opens first.
      const opensNext = (opensAt - closesAt) >> 31;
      const window = ((opensAt & opensNext) | (closesAt & ~opensNext)) & (accountStep - 1);
      const change = (open & opensNext) | (close & ~opensNext);
      close += 1 + opensNext;
      open -= opensNext;
      balance += (changes[change] ?? 0) * (1 + 2 * opensNext);
      const twice = Math.abs(balance) - balance;
      steps[window] = (steps[window] ?? 0) + (twice - before);
      before = twice;
    }
  }

  /** Adds everything of a group to its sum. */
  addTo(sum: RangeSums, group: number): void {
    for (let window = 0; window < this.#windowsEach; window++)
      sum.addFrom(window, (this.#steps[group * this.#windowsEach + window] ?? 0) / 2);
  }
}
