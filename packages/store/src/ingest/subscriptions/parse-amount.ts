import { parseMinor } from '../parse-minor.ts';
import { Rejection } from '../rejection.ts';

/**
 * Reads a price in major units as minor units of a currency. How large it may be is for what is charged in a year to say.
 *
 * @param negative what to say of one below 0
 * @throws Rejection
 */
export function parseAmount(value: unknown, currency: string, field: string, negative: string): bigint {
  const minor = parseMinor(value, field, currency);
  if (minor < 0n) throw new Rejection(field, `The amount ${String(value)} is negative. ${negative}`);
  return minor;
}
