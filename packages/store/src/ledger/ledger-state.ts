import { type Ledger, LedgerBuilder } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { accountPosition, inOrder, mergeAccounts, placeAccounts } from './account-columns.ts';
import { type AccountRow, loadAccountRows, loadEveryAccountRow, loadExternalIds } from './account-rows.ts';
import { forwardParts } from './ledger-parts.ts';
import { type AnswerKeys, noAnswerKeys } from './parts/answer-columns.ts';
import { forwardFeedback } from './parts/feedback.ts';

/** A ledger with what it takes to bring it forward. */
export interface LedgerState {
  readonly revision: number;
  readonly ledger: Ledger;
  readonly answers: AnswerKeys;
}

/**
 * Loads a workspace's history, or puts what changed since `previous` in its place: a ledger is made from the one before,
 * the first from an empty one. Columns that nothing changed in are shared between the two, and parts that no write
 * touched are not asked for.
 */
export async function loadLedgerState(tx: WorkspaceTransaction, previous?: LedgerState): Promise<LedgerState> {
  const { currency, timeZone, recognition } = tx;
  const head = { revision: String(tx.revision), currency, timeZone, recognition };
  const before = previous?.ledger ?? new LedgerBuilder(head).build();
  const after = previous?.revision ?? -1;
  const fresh = previous === undefined;

  const rows = inOrder(await (fresh ? loadEveryAccountRow(tx) : loadAccountRows(tx, after)));
  const changed = rows.map(([id]) => id);
  const placement = placeAccounts(before.accounts, rows);
  const accounts = mergeAccounts(before.accounts, placement, rows);
  const forwarded = await forwardParts(before, (part) => tx.touchedAt(part) > after, { tx, fresh, changed, placement });
  const { responses, exposures, keys } = await forwardFeedback(
    { responses: before.responses, exposures: before.exposures, keys: previous?.answers ?? noAnswerKeys() },
    { tx, after, placement, locate: (ids) => locate(tx, accounts, ids, fresh ? rows : undefined) },
  );
  const ledger: Ledger = { ...forwarded, ...head, accounts, responses, exposures };
  return { revision: tx.revision, ledger, answers: keys };
}

/** Indexes of the accounts that rows name. `known`: rows of every account, where they are at hand. */
async function locate(
  tx: WorkspaceTransaction,
  accounts: Ledger['accounts'],
  named: ReadonlySet<string>,
  known: readonly AccountRow[] | undefined,
): Promise<(id: string | null) => number> {
  const indexes = new Map<string, number>();
  if (named.size > 0 && known !== undefined) for (const [index, [id]] of known.entries()) indexes.set(id, index);
  else if (named.size > 0) {
    for (const [id, externalId] of await loadExternalIds(tx, [...named])) {
      indexes.set(id, accountPosition(accounts, id, externalId));
    }
  }
  return (id) => (id === null ? -1 : (indexes.get(id) ?? -1));
}
