import { type Ledger, LedgerBuilder } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { inOrder, mergeAccounts, placeAccounts } from './account-columns.ts';
import { type AccountRow, loadAccountRowsOf } from './account-rows.ts';
import { forwardParts } from './ledger-parts.ts';
import type { PartName } from './part-name.ts';
import { mergeAnswers, noAnswerKeys } from './parts/answer-columns.ts';
import { mergeExposures } from './parts/exposure-columns.ts';
import { type ExposureRow, loadExposuresOf, loadResponsesOf, type ResponseRow } from './parts/feedback-rows.ts';

/**
 * The ledger of some accounts with some of its parts, the others empty. It sees what its own transaction wrote, so that
 * what is derived from a ledger can be worked out before the commit.
 */
export async function loadLedgerOf(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  parts: ReadonlySet<PartName>,
): Promise<Ledger> {
  return loadLedgerOfRows(tx, await loadAccountRowsOf(tx, accountIds), parts);
}

/** The same of accounts that are at hand. `contiguous`: there is no other account between the least and the greatest id. */
export async function loadLedgerOfRows(
  tx: WorkspaceTransaction,
  accountRows: readonly AccountRow[],
  parts: ReadonlySet<PartName>,
  contiguous = false,
): Promise<Ledger> {
  const { currency, timeZone, recognition } = tx;
  const head = { revision: String(tx.revision), currency, timeZone, recognition };
  const empty = new LedgerBuilder(head).build();
  const rows = inOrder(accountRows);
  const changed = rows.map(([id]) => id);
  const placement = placeAccounts(empty.accounts, rows);
  const accounts = mergeAccounts(empty.accounts, placement, rows);
  const step = { tx, fresh: false, contiguous, changed, placement };
  const ledger = await forwardParts(empty, (part) => parts.has(part), step);

  const answered = parts.has('responses') ? await loadResponsesOf(tx, changed) : [];
  const shown = parts.has('exposures') ? await loadExposuresOf(tx, changed) : [];
  return withFeedback({ ...ledger, accounts }, answered, shown);
}

/** A ledger without answers and showings, with these. */
export function withFeedback(ledger: Ledger, answered: readonly ResponseRow[], shown: readonly ExposureRow[]): Ledger {
  const indexes = new Map(ledger.accounts.ids.map((id, index) => [id, index]));
  const accountOf = (id: string | null): number => (id === null ? -1 : (indexes.get(id) ?? -1));
  const { responses } = mergeAnswers(ledger.responses, noAnswerKeys(), answered, accountOf);
  const surveys = [...responses.surveys];
  const exposures = mergeExposures(ledger.exposures, shown, surveys, accountOf);
  return { ...ledger, responses: { ...responses, surveys }, exposures };
}
