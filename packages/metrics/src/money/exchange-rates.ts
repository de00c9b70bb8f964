import { addMonths, type Day } from '../calendar/day.ts';
import { startOfUnit } from '../calendar/unit.ts';
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
  readonly #months = new Map<string, readonly Day[]>();

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
    const rate = inForce(this.#byCurrency.get(currency) ?? [], day);
    const from = currencyExponent(currency);
    const to = currencyExponent(this.reporting);
    if (rate === undefined || from === undefined || to === undefined) return undefined;
    return Number(divideHalfEven(BigInt(minor) * rate.scaled * 10n ** BigInt(to), one * 10n ** BigInt(from)));
  }

  /**
   * The firsts of months on which a currency has another rate than on the first before, or may have: those that come next
   * after its rates, each once. On the others a revaluation would change nothing.
   */
  monthsOf(currency: string): readonly Day[] {
    const known = this.#months.get(currency);
    if (known !== undefined) return known;
    const days = (this.#byCurrency.get(currency) ?? []).map(({ day }) => {
      const first = startOfUnit(day, 'MONTH');
      return first === day ? day : addMonths(first, 1);
    });
    const months = [...new Set(days)];
    this.#months.set(currency, months);
    return months;
  }
}

/** The last of a list, ordered by day, that began on a day or before; `undefined` before the first. */
function inForce<T extends { readonly day: Day }>(list: readonly T[], day: Day): T | undefined {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle]?.day ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return list[low - 1];
}
