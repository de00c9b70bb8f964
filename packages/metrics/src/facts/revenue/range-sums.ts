/**
 * Sums over windows that are added to in ranges: two writes a range, however many windows it holds. Amounts are whole
 * numbers, so nothing is lost by adding and taking off.
 */
export class RangeSums {
  readonly #steps: Float64Array;

  constructor(windows: number) {
    this.#steps = new Float64Array(windows + 1);
  }

  /** Adds to every window from `from` up to, but not including, `to`; to none where `to` is not above `from`. */
  add(from: number, to: number, amount: number): void {
    if (from >= to) return;
    this.#steps[from] = (this.#steps[from] ?? 0) + amount;
    this.#steps[to] = (this.#steps[to] ?? 0) - amount;
  }

  /** Adds to every window from `from` on. */
  addFrom(from: number, amount: number): void {
    this.#steps[from] = (this.#steps[from] ?? 0) + amount;
  }

  /** The sum of each window. */
  totals(): Float64Array {
    const totals = this.#steps.slice(0, -1);
    for (let window = 1; window < totals.length; window++) {
      totals[window] = (totals[window] ?? 0) + (totals[window - 1] ?? 0);
    }
    return totals;
  }
}
