import { currencyExponent, largestAnnualMinor, parseDecimal } from '@plimsoll/metrics';
import { Rejection } from './rejection.ts';

/** An amount of 0 or more in minor units. @throws Rejection */
export function parseAmount(value: unknown, field: string, what: string, currency: string): number {
  const exponent = currencyExponent(currency) ?? 2;
  const minor = typeof value === 'string' && value.length <= 40 ? parseDecimal(value, exponent) : undefined;
  if (minor === undefined) {
    throw new Rejection(
      field,
      `"${String(value ?? '')}" is not an amount of ${currency}. Write a plain decimal in major units with at most ${exponent} decimals and no separators, such as ${exponent === 0 ? '1200' : '1200.50'}.`,
    );
  }
  if (minor < 0n || minor > largestAnnualMinor) {
    throw new Rejection(
      field,
      `The amount ${String(value)} ${currency} is ${minor < 0n ? 'negative' : 'beyond belief'}. ${what} is 0 or more and at most ${largestAnnualMinor} minor units. Check the amount.`,
    );
  }
  return Number(minor);
}
