import { type Ledger, LedgerBuilder, type Recognition, recognisesAlike } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { inOrder, placeAccounts } from './account-columns.ts';
import { loadAccountRows } from './account-rows.ts';
import type { LedgerState } from './ledger-state.ts';
import { mergeHistories, spreadHistories } from './parts/account-histories.ts';
import { arrangeNumbers } from './placement.ts';
import { recogniseHistories } from './recognised-histories.ts';

/** A workspace's ledger with revenue recognised otherwise, with what it takes to bring it forward. */
export interface LedgerVariant {
  readonly base: LedgerState;
  readonly ledger: Ledger;
}

/**
 * Works a ledger's revenue out under another recognition, or brings one forward that was: for those accounts alone that
 * changed since, and not at all where no write touched any movement.
 *
 * @param base the workspace's ledger as the transaction sees it
 */
export async function loadLedgerVariant(
  tx: WorkspaceTransaction,
  recognition: Recognition,
  base: LedgerState,
  previous?: LedgerVariant,
): Promise<LedgerVariant> {
  if (recognisesAlike(recognition, base.ledger.recognition)) return { base, ledger: base.ledger };
  const after = previous?.base.revision ?? -1;
  if (previous !== undefined && after > base.revision) return previous;
  const before = previous?.ledger ?? emptyLedger(tx);
  const rows = inOrder(await loadAccountRows(tx, after));
  const changed = rows.map(([id]) => id);
  const placement = placeAccounts(before.accounts, rows);
  if (previous !== undefined && tx.touchedAt('movements') <= after && tx.touchedAt('commitments') <= after) {
    const unconverted = arrangeNumbers(placement, before.accounts.unconverted, (row) => {
      const place = placement.replaced[row] ?? -1;
      return before.accounts.unconverted[place] ?? 0;
    });
    return {
      base,
      ledger: {
        ...base.ledger,
        recognition,
        accounts: { ...base.ledger.accounts, unconverted },
        movements: spreadHistories(before.movements, placement),
        commitments: spreadHistories(before.commitments, placement),
      },
    };
  }
  const found = await recogniseHistories(tx, recognition, changed, previous === undefined);
  const unconverted = arrangeNumbers(placement, before.accounts.unconverted, (row) =>
    found.unconverted.has(changed[row] ?? '') ? 1 : 0,
  );
  return {
    base,
    ledger: {
      ...base.ledger,
      recognition,
      accounts: { ...base.ledger.accounts, unconverted },
      movements: mergeHistories(before.movements, placement, changed, found.movements),
      commitments: mergeHistories(before.commitments, placement, changed, found.commitments),
    },
  };
}

function emptyLedger({ revision, currency, timeZone }: WorkspaceTransaction): Ledger {
  return new LedgerBuilder({ revision: String(revision), currency, timeZone }).build();
}
