import { currencyExponent } from './currency.ts';
import { formatDecimal } from './decimal.ts';

/** An exact amount: whole minor units (cents, yen, fils) of one currency. */
export interface Money {
  readonly minor: bigint;
  readonly currency: string;
}

/** The amount in major units as a double: for ratios and charts, not for adding up. */
export function majorUnits({ minor, currency }: Money): number {
  return Number(minor) / 10 ** (currencyExponent(currency) ?? 2);
}

/**
 * The amount in major units with the currency's own decimals.
 *
 * @example formatMoney({ minor: 31698575n, currency: 'USD' }) // '316985.75'
 */
export function formatMoney(money: Money): string {
  return formatDecimal(money.minor, currencyExponent(money.currency) ?? 2);
}
