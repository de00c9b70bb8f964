import type { Ledger } from '@plimsoll/metrics';
import { movesOf, type Placement } from '../placement.ts';
import { type AnswerKeys, mergeAnswers } from './answer-columns.ts';
import { mergeExposures } from './exposure-columns.ts';
import { type ExposureRow, loadExposureRows, loadResponseRows, type ResponseRow } from './feedback-rows.ts';
import type { PartStep } from './ledger-part.ts';

/** Answers and showings, which name surveys by the same codes. */
export interface Feedback {
  readonly responses: Ledger['responses'];
  readonly exposures: Ledger['exposures'];
  readonly keys: AnswerKeys;
}

/** What answers and showings are brought forward by. */
export interface FeedbackStep extends Pick<PartStep, 'tx' | 'placement'> {
  /** The revision of the ledger before; -1 for none. */
  readonly after: number;
  /** Indexes of accounts by their ids; -1 for `null`. */
  readonly locate: (ids: ReadonlySet<string>) => Promise<(id: string | null) => number>;
}

/** Puts answers and showings that were written since in their places. */
export async function forwardFeedback(
  before: Feedback,
  { tx, after, placement, locate }: FeedbackStep,
): Promise<Feedback> {
  const answered: readonly ResponseRow[] = tx.touchedAt('responses') > after ? await loadResponseRows(tx, after) : [];
  const shown: readonly ExposureRow[] = tx.touchedAt('exposures') > after ? await loadExposureRows(tx, after) : [];
  const named = new Set<string>();
  for (const [, , account] of answered) if (account !== null) named.add(account);
  for (const [, account] of shown) if (account !== null) named.add(account);
  const accountOf = await locate(named);
  const { responses, keys } = mergeAnswers(
    { ...before.responses, account: moved(before.responses.account, placement) },
    before.keys,
    answered,
    accountOf,
  );
  const surveys = [...responses.surveys];
  const exposures = mergeExposures(
    { ...before.exposures, account: moved(before.exposures.account, placement) },
    shown,
    surveys,
    accountOf,
  );
  return { responses: { ...responses, surveys }, exposures, keys };
}

/** Account indexes of rows as they are after accounts came in between. */
function moved(column: Int32Array, placement: Placement): Int32Array {
  const moves = column.length === 0 ? undefined : movesOf(placement);
  return moves === undefined ? column : column.map((account) => (account < 0 ? -1 : (moves[account] ?? -1)));
}
