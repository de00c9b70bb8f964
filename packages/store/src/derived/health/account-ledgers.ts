import { type AccountLedger, AccountLedgers } from '@plimsoll/metrics';
import { loadLedgerOf } from '../../ledger/ledger-of-accounts.ts';
import type { PartName } from '../../ledger/part-name.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';

/** A ledger of each of some accounts by their internal ids, with some parts of it. */
export async function loadAccountLedgers(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  parts: ReadonlySet<PartName>,
): Promise<ReadonlyMap<string, AccountLedger>> {
  const ledger = await loadLedgerOf(tx, accountIds, parts);
  const ledgers = new AccountLedgers(ledger);
  return new Map(ledger.accounts.ids.map((id, account) => [id, ledgers.of(account)]));
}
