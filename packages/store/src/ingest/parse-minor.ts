import { currencyExponent, parseDecimal } from '@plimsoll/metrics';
import { Rejection } from './rejection.ts';

/** Reads an amount in major units, of either sign, as minor units of a currency. @throws Rejection */
export function parseMinor(value: unknown, field: string, currency: string): bigint {
  const exponent = currencyExponent(currency) ?? 2;
  const minor = typeof value === 'string' && value.length <= 40 ? parseDecimal(value, exponent) : undefined;
  if (minor !== undefined) return minor;
  throw new Rejection(
    field,
    `"${String(value ?? '')}" is not an amount of ${currency}. Write a plain decimal in major units with at most ${exponent} decimals and no separators, such as ${exponent === 0 ? '1200' : '1200.50'}.`,
  );
}
