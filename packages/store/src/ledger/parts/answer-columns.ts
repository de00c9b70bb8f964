import type { Ledger } from '@plimsoll/metrics';
import { arrange, arrangeNumbers, type Placement } from '../placement.ts';
import type { ResponseRow } from './feedback-rows.ts';

type ResponseColumns = Ledger['responses'];

/** What the ledger's answers are kept in order and found again by; one entry an answer. */
export interface AnswerKeys {
  readonly ids: readonly string[];
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly instants: Float64Array;
  /** Respondents with their codes. Grows, and is shared with later states: a code says no more than sameness. */
  readonly respondents: Map<string, number>;
}

/** No answers. */
export const noAnswerKeys = (): AnswerKeys => ({ ids: [], instants: new Float64Array(), respondents: new Map() });

/**
 * Puts answers in their places, oldest first; one that was corrected may leave its own.
 *
 * @param accountOf index of an account by its id, -1 for none
 */
export function mergeAnswers(
  before: ResponseColumns,
  keys: AnswerKeys,
  rows: readonly ResponseRow[],
  accountOf: (id: string | null) => number,
): { readonly responses: ResponseColumns; readonly keys: AnswerKeys } {
  if (rows.length === 0) return { responses: before, keys };
  const sorted = [...rows].sort((a, b) => a[6] - b[6] || (a[0] < b[0] ? -1 : 1));
  const placement = placeAnswers(keys, sorted);
  const surveys = [...before.surveys];
  const codes = sorted.map(([, survey, , respondent]) => ({
    survey: surveyCode(surveys, survey),
    respondent: respondentCode(keys.respondents, respondent),
  }));
  return {
    responses: {
      count: placement.source.length,
      survey: arrangeNumbers(placement, before.survey, (row) => codes[row]?.survey ?? 0),
      account: arrangeNumbers(placement, before.account, (row) => accountOf(sorted[row]?.[2] ?? null)),
      respondent: arrangeNumbers(placement, before.respondent, (row) => codes[row]?.respondent ?? 0),
      days: arrangeNumbers(placement, before.days, (row) => sorted[row]?.[4] ?? 0),
      answers: arrangeNumbers(placement, before.answers, (row) => sorted[row]?.[5] ?? 0),
      surveys,
    },
    keys: {
      ids: arrange(placement, keys.ids, (row) => sorted[row]?.[0] ?? ''),
      instants: arrangeNumbers(placement, keys.instants, (row) => sorted[row]?.[6] ?? 0),
      respondents: keys.respondents,
    },
  };
}

function placeAnswers({ ids, instants }: AnswerKeys, sorted: readonly ResponseRow[]): Placement {
  const changed = new Set(sorted.map(([id]) => id));
  const source = new Int32Array(ids.length + sorted.length);
  let next = 0;
  let put = 0;
  for (let row = 0; row < ids.length; row++) {
    if (changed.has(ids[row] ?? '')) continue;
    while (put < sorted.length && isBefore(sorted[put], instants[row] ?? 0, ids[row] ?? '')) source[next++] = ~put++;
    source[next++] = row;
  }
  while (put < sorted.length) source[next++] = ~put++;
  return { source: source.subarray(0, next), replaced: new Int32Array(), steady: false };
}

function isBefore(row: ResponseRow | undefined, instant: number, id: string): boolean {
  if (row === undefined) return false;
  return row[6] === instant ? row[0] < id : row[6] < instant;
}

/** A survey's code, given when it is first met. */
export function surveyCode(surveys: string[], survey: string): number {
  const code = surveys.indexOf(survey);
  return code === -1 ? surveys.push(survey) - 1 : code;
}

function respondentCode(respondents: Map<string, number>, respondent: string): number {
  const code = respondents.get(respondent) ?? respondents.size;
  respondents.set(respondent, code);
  return code;
}
