import type { Ledger } from '@plimsoll/metrics';
import { arrangeNumbers } from '../placement.ts';
import { surveyCode } from './answer-columns.ts';
import type { ExposureRow } from './feedback-rows.ts';

type ExposureColumns = Ledger['exposures'];

/**
 * Puts showings in their places, oldest first. Showings are never changed.
 *
 * @param surveys codes of surveys; one that is new is added
 * @param accountOf index of an account by its id, -1 for none
 */
export function mergeExposures(
  before: ExposureColumns,
  rows: readonly ExposureRow[],
  surveys: string[],
  accountOf: (id: string | null) => number,
): ExposureColumns {
  if (rows.length === 0) return before;
  const sorted = [...rows].sort(([, , a], [, , b]) => a - b);
  const source = new Int32Array(before.count + rows.length);
  let next = 0;
  let put = 0;
  for (let row = 0; row < before.count; row++) {
    while (put < sorted.length && (sorted[put]?.[2] ?? 0) < (before.days[row] ?? 0)) source[next++] = ~put++;
    source[next++] = row;
  }
  while (put < sorted.length) source[next++] = ~put++;
  const placement = { source, replaced: new Int32Array(), steady: false };
  const codes = sorted.map(([survey]) => surveyCode(surveys, survey));
  return {
    count: source.length,
    survey: arrangeNumbers(placement, before.survey, (row) => codes[row] ?? 0),
    account: arrangeNumbers(placement, before.account, (row) => accountOf(sorted[row]?.[1] ?? null)),
    days: arrangeNumbers(placement, before.days, (row) => sorted[row]?.[2] ?? 0),
  };
}
