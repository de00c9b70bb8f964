import type { LedgerPart } from '@plimsoll/metrics';

/** A part of the ledger that is loaded by itself, and again only after a write that touched it. */
export type PartName = LedgerPart;
