import type { Ledger } from '@plimsoll/metrics';

/**
 * Which parts of a ledger differ from those of an earlier one: columns that nothing changed in are shared between a ledger
 * and the one that it was brought forward from.
 */
export function changedParts(before: Ledger, after: Ledger): readonly string[] {
  return (
    Object.entries(before)
      // Entries of a ledger keyed as it is.
      .filter(([key, part]) => typeof part === 'object' && !isSame(part, after[key as keyof Ledger]))
      .map(([key]) => key)
  );
}

function isSame(before: unknown, after: unknown): boolean {
  if (before === after) return true;
  if (before instanceof Map && after instanceof Map) return isSame([...before].flat(), [...after].flat());
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((entry, index) => entry === after[index]);
  }
  if (!isPlain(before) || !isPlain(after)) return false;
  return Object.entries(before).every(([key, column]) => isSame(column, after[key]));
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
