import type { Ledger } from '@plimsoll/metrics';

/** A ledger whose revenue is recognised in a way of its own, beside the workspace's at the same revision. */
export interface RecognisedLedger {
  readonly ledger: Ledger;
  /** The workspace's own: the same accounts in the same places. */
  readonly base: Ledger;
}
