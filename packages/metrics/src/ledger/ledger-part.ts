import type { Ledger } from './ledger.ts';

/** A part of the ledger that is loaded by itself. */
export type LedgerPart = Exclude<
  keyof Ledger,
  'revision' | 'currency' | 'timeZone' | 'recognition' | 'accounts' | 'extent'
>;

/** What of a ledger something looks at besides which accounts there are, so that no more than that need be loaded. */
export interface LedgerReads {
  readonly parts: readonly LedgerPart[];
  /** Keys of the traits, as they are now; every one, where it cannot be said which there are. @default none */
  readonly traits?: readonly string[] | 'ALL';
  /** Whether names and external ids are looked at. @default false */
  readonly names?: boolean;
}
