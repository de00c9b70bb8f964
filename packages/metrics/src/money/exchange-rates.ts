import type { Day } from '../calendar/day.ts';
import { currencyExponent } from './currency.ts';
import { parseDecimal } from './decimal.ts';
import { divideHalfEven } from './divide.ts';

/** One unit of `currency` was worth `rate` units of the reporting currency from `day` on. */
export interface ExchangeRate {
  readonly currency: string;
  readonly day: Day;
  /** A plain positive decimal with at most 12 decimals. */
  readonly rate: string;
}

const scale = 12;
const one = 10n ** BigInt(scale);

/** Conversion into one reporting currency at the rate in force on a day. */
export class ExchangeRates {
  readonly reporting: string;
  readonly #byCurrency = new Map<string, { readonly day: Day; readonly scaled: bigint }[]>();

  /** @param rates in any order; a rate that is not a plain positive decimal throws a `RangeError` */
  constructor(reporting: string, rates: Iterable<ExchangeRate> = []) {
    this.reporting = reporting;
    for (const { currency, day, rate } of rates) {
      const scaled = parseDecimal(rate, scale);
      if (scaled === undefined || scaled <= 0n) {
        throw new RangeError(
          `The rate "${rate}" of ${currency} is not a positive decimal with at most ${scale} decimals.`,
        );
      }
      const list = this.#byCurrency.get(currency) ?? [];
      list.push({ day, scaled });
      this.#byCurrency.set(currency, list);
    }
    for (const list of this.#byCurrency.values()) list.sort((a, b) => a.day - b.day);
  }

  /**
   * Converts minor units into minor units of the reporting currency, rounded once, halves to even. `undefined` where no
   * rate was in force on that day: an unknown rate is never taken as 1.
   */
  convert(minor: number, currency: string, day: Day): number | undefined {
    if (currency === this.reporting) return minor;
    const list = this.#byCurrency.get(currency) ?? [];
    const rate = list.findLast((candidate) => candidate.day <= day);
    const from = currencyExponent(currency);
    const to = currencyExponent(this.reporting);
    if (rate === undefined || from === undefined || to === undefined) return undefined;
    return Number(divideHalfEven(BigInt(minor) * rate.scaled * 10n ** BigInt(to), one * 10n ** BigInt(from)));
  }
}
