import type { RangeSums } from './range-sums.ts';

/** What {@link Newcomers} adds to. */
export interface NewcomerSums {
  readonly newcomerChurn: RangeSums;
  readonly newcomersLost: RangeSums;
}

/**
 * Windows that begin while an account does not pay, and what they see of it if it comes and goes before they end. One
 * instance serves account after account.
 */
export class Newcomers {
  readonly #windows: number;
  readonly #sums: NewcomerSums;
  #gaps = 0;
  /** Each stretch without payment that a payment ended: the windows that begin in it. */
  readonly #from: number[] = [];
  readonly #to: number[] = [];
  #awayFrom = 0;
  /** The windows that end from the last departure on; -1 while there is none to be counted. */
  #leftFrom = -1;

  constructor(windows: number, sums: NewcomerSums) {
    this.#windows = windows;
    this.#sums = sums;
  }

  /** Begins an account. */
  begin(): void {
    this.#gaps = 0;
    this.#awayFrom = 0;
    this.#leftFrom = -1;
  }

  /** The account paid already when the first window began. */
  paysAlready(): void {
    this.#awayFrom = this.#windows;
  }

  /** It came, or came back: windows that begin from `starting` on, and end from `ending` on, see it pay. */
  came(starting: number, ending: number): void {
    this.#countLost(ending);
    this.#from[this.#gaps] = this.#awayFrom;
    this.#to[this.#gaps] = starting;
    this.#gaps++;
  }

  /** It left, taking `amount` with it. */
  left(starting: number, ending: number, amount: number): void {
    this.#eachGap(ending, (from, to) => this.#sums.newcomerChurn.add(from, to, amount));
    this.#leftFrom = ending;
    this.#awayFrom = starting;
  }

  /** Adds what is still open. */
  finish(): void {
    this.#countLost(this.#windows);
  }

  /** An account counts as lost once a window, however often it came and went: by the departure before the window's end. */
  #countLost(until: number): void {
    if (this.#leftFrom === -1) return;
    this.#eachGap(this.#leftFrom, (from, to) => this.#sums.newcomersLost.add(from, Math.min(to, until), 1));
    this.#leftFrom = -1;
  }

  #eachGap(ending: number, add: (from: number, to: number) => void): void {
    for (let gap = 0; gap < this.#gaps; gap++) add(Math.max(ending, this.#from[gap] ?? 0), this.#to[gap] ?? 0);
  }
}
