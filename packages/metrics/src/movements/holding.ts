import type { Day } from '../calendar/day.ts';
import type { ExchangeRates } from '../money/exchange-rates.ts';

/** What an account holds in one currency, and what that was booked at in the reporting currency. */
export class Holding {
  readonly #rates: ExchangeRates;
  readonly #currency: string;
  readonly #monthly: boolean;
  #native = 0;
  #book = 0;

  /** @param monthly whether it is revalued on the first of each month */
  constructor(rates: ExchangeRates, currency: string, monthly: boolean) {
    this.#rates = rates;
    this.#currency = currency;
    this.#monthly = monthly && currency !== rates.reporting;
  }

  /** Annualised minor units of the reporting currency. */
  get book(): number {
    return this.#book;
  }

  /** What it would be booked at if it were revalued on a day; as it is where that never happens. */
  valueOn(day: Day): number {
    return this.#monthly ? (this.#convert(this.#native, day) ?? this.#book) : this.#book;
  }

  /** Books it at the rate of a day. */
  revalue(day: Day): void {
    this.#book = this.valueOn(day);
  }

  /**
   * Books a change of the native amount on a day: what is added at the rate of that day; what goes takes its share of
   * what was booked with it. `false`, and nothing is known any more, where no rate is.
   */
  change(by: number, day: Day): boolean {
    const native = this.#native + by;
    // What stands at the rate of the day goes on standing at it, or roundings would look like revaluations later on.
    const atRate = this.#monthly && this.#book === this.#convert(this.#native, day);
    if (by > 0 || atRate) {
      const converted = this.#convert(atRate ? native : by, day);
      if (converted === undefined) return false;
      this.#book = atRate ? converted : this.#book + converted;
    } else if (by < 0) this.#book = this.#shareOf(native);
    this.#native = native;
    return true;
  }

  /** The part of the book that would go with some of the native amount. */
  released(native: number): number {
    return this.#book - this.#shareOf(this.#native - native);
  }

  #shareOf(native: number): number {
    if (native === 0) return 0;
    if (this.#book === this.#native) return native;
    // Whole native amounts times whole books stay below 2^53 only for small accounts, so the share is taken in BigInt.
    return Number((BigInt(this.#book) * BigInt(native)) / BigInt(this.#native));
  }

  #convert(native: number, day: Day): number | undefined {
    return this.#rates.convert(native, this.#currency, day);
  }
}
