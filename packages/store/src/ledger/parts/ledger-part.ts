import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import type { Placement } from '../placement.ts';

/** What a part is brought forward by. */
export interface PartStep {
  readonly tx: WorkspaceTransaction;
  /** Whether the ledger is made of nothing, and `changed` is everybody. */
  readonly fresh: boolean;
  /** Whether a write touched the part since. Where none did, its rows are those of before, and new accounts have none. */
  readonly touched: boolean;
  /** Whether `changed` is every account there is between the least and the greatest of them, by id. @default fresh */
  readonly contiguous?: boolean;
  /** Internal ids of the accounts that changed in anything, as they were placed. */
  readonly changed: readonly string[];
  readonly placement: Placement;
}

/** A part of the ledger, and how it is made from the one before. Columns in which nothing changed are shared. */
export interface LedgerPart<Columns> {
  forward(before: Columns, step: PartStep): Promise<Columns>;
}

/** A part that belongs to no account: it is loaded whole, and only after a write that touched it. */
export function wholePart<Columns>(load: (tx: WorkspaceTransaction) => Promise<Columns>): LedgerPart<Columns> {
  return { forward: async (before, { tx, fresh, touched }) => (fresh || touched ? load(tx) : before) };
}
