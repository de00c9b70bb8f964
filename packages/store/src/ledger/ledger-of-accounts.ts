import { type Ledger, LedgerBuilder } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { inOrder, mergeAccounts, placeAccounts } from './account-columns.ts';
import { loadAccountRowsOf } from './account-rows.ts';
import { forwardParts } from './ledger-parts.ts';
import type { PartName } from './part-name.ts';
import { mergeAnswers, noAnswerKeys } from './parts/answer-columns.ts';
import { mergeExposures } from './parts/exposure-columns.ts';
import { loadExposuresOf, loadResponsesOf } from './parts/feedback-rows.ts';

/**
 * The ledger of some accounts with some of its parts, the others empty. It sees what its own transaction wrote, so that
 * what is derived from a ledger can be worked out before the commit.
 */
export async function loadLedgerOf(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  parts: ReadonlySet<PartName>,
): Promise<Ledger> {
  const { currency, timeZone, recognition } = tx;
  const head = { revision: String(tx.revision), currency, timeZone, recognition };
  const empty = new LedgerBuilder(head).build();
  const rows = inOrder(await loadAccountRowsOf(tx, accountIds));
  const changed = rows.map(([id]) => id);
  const placement = placeAccounts(empty.accounts, rows);
  const accounts = mergeAccounts(empty.accounts, placement, rows);
  const ledger = await forwardParts(empty, (part) => parts.has(part), { tx, fresh: false, changed, placement });

  const indexes = new Map(changed.map((id, index) => [id, index]));
  const accountOf = (id: string | null): number => (id === null ? -1 : (indexes.get(id) ?? -1));
  const answered = parts.has('responses') ? await loadResponsesOf(tx, changed) : [];
  const { responses } = mergeAnswers(empty.responses, noAnswerKeys(), answered, accountOf);
  const surveys = [...responses.surveys];
  const shown = parts.has('exposures') ? await loadExposuresOf(tx, changed) : [];
  const exposures = mergeExposures(empty.exposures, shown, surveys, accountOf);
  return { ...ledger, accounts, responses: { ...responses, surveys }, exposures };
}
