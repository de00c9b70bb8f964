import { largestAnnualMinor } from '@plimsoll/metrics';
import { parseMinor } from './parse-minor.ts';
import { Rejection } from './rejection.ts';

/** An amount of 0 or more in minor units. @throws Rejection */
export function parseAmount(value: unknown, field: string, what: string, currency: string): number {
  const minor = parseMinor(value, field, currency);
  if (minor < 0n || minor > largestAnnualMinor) {
    throw new Rejection(
      field,
      `The amount ${String(value)} ${currency} is ${minor < 0n ? 'negative' : 'beyond belief'}. ${what} is 0 or more and at most ${largestAnnualMinor} minor units. Check the amount.`,
    );
  }
  return Number(minor);
}
