import type { RangeSums } from './range-sums.ts';

/** What {@link BaseRevenue} adds to. */
export interface BaseSums {
  readonly kept: RangeSums;
  readonly baseEnd: RangeSums;
  readonly customersKept: RangeSums;
}

/**
 * What became of one account's opening balance in each window. The balances at the windows' starts and ends are steps
 * over the windows, so what is made of the two is steps as well, and each step is one range. One instance serves account
 * after account.
 */
export class BaseRevenue {
  readonly #windows: number;
  readonly #sums: BaseSums;
  #length = 0;
  /** For each level of the balance: the first windows that begin, and that end, on it. */
  readonly #opensAt: number[] = [];
  readonly #closesAt: number[] = [];
  readonly #level: number[] = [];

  constructor(windows: number, sums: BaseSums) {
    this.#windows = windows;
    this.#sums = sums;
  }

  /** Begins an account with its balance before the first window. */
  begin(balance: number): void {
    this.#length = 0;
    this.moved(0, 0, balance);
  }

  /** A movement brought the balance to a new level, for windows that begin and end from these on. */
  moved(opensAt: number, closesAt: number, balance: number): void {
    this.#opensAt[this.#length] = opensAt;
    this.#closesAt[this.#length] = closesAt;
    this.#level[this.#length] = balance;
    this.#length++;
  }

  /** Adds the account to the sums. */
  finish(): void {
    let opening = 0;
    let closing = 0;
    for (let window = 0; window < this.#windows; ) {
      while (opening + 1 < this.#length && (this.#opensAt[opening + 1] ?? 0) <= window) opening++;
      while (closing + 1 < this.#length && (this.#closesAt[closing + 1] ?? 0) <= window) closing++;
      const next = Math.min(this.#until(this.#opensAt, opening), this.#until(this.#closesAt, closing));
      this.#add(window, next, this.#level[opening] ?? 0, this.#level[closing] ?? 0);
      window = next;
    }
  }

  #add(from: number, to: number, opening: number, closing: number): void {
    if (opening <= 0 || closing <= 0) return;
    this.#sums.kept.add(from, to, opening < closing ? opening : closing);
    this.#sums.baseEnd.add(from, to, closing);
    this.#sums.customersKept.add(from, to, 1);
  }

  #until(begins: readonly number[], level: number): number {
    return level + 1 < this.#length ? (begins[level + 1] ?? 0) : this.#windows;
  }
}
