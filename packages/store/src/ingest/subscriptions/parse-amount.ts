import { currencyExponent, parseDecimal } from '@plimsoll/metrics';
import { Rejection } from '../rejection.ts';

/**
 * Reads an amount in major units as minor units of a currency.
 *
 * @param negative what to say of one below 0
 * @throws Rejection
 */
export function parseAmount(value: unknown, currency: string, field: string, negative: string): bigint {
  const exponent = currencyExponent(currency) ?? 2;
  const minor = typeof value === 'string' && value.length <= 40 ? parseDecimal(value, exponent) : undefined;
  if (minor === undefined) {
    throw new Rejection(
      field,
      `"${String(value ?? '')}" is not an amount of ${currency}. Write a plain decimal in major units with at most ${exponent} decimals and no separators, such as ${exponent === 0 ? '1200' : '1200.50'}.`,
    );
  }
  if (minor < 0n) throw new Rejection(field, `The amount ${String(value)} is negative. ${negative}`);
  return minor;
}
