import type { PartName } from '../ledger/part-name.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

/** Marks a part of the ledger as changed by this write: those that nobody marks are not loaded again. */
export function touchPart({ effects }: WriteTransaction, part: PartName): void {
  effects.changed = true;
  effects.touchedParts.add(part);
}
