import type { Reading } from '@plimsoll/metrics';
import type { CsvCell } from './write-csv.ts';

/** What a reading's cells are called. */
export const readingKeys = ['value', 'amount', 'currency', 'reason', 'numerator', 'denominator'] as const;

/** A reading as cells: its number, exactly where it is money, or why there is none, and what is above and below the line. */
export function readingCells({ value, money, reason, numerator, denominator }: Reading): readonly CsvCell[] {
  return [value, money, money?.currency ?? null, reason, numerator, denominator];
}
