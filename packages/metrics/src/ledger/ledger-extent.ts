import type { Day } from '../calendar/day.ts';

/**
 * What a ledger that does not hold all of its workspace holds of it: some accounts, with the days from which the whole
 * workspace knows of use and of tickets (Infinity: never); or no account, and nothing but what belongs to none.
 */
export type LedgerExtent =
  | { readonly kind: 'SOME_ACCOUNTS'; readonly usageKnownFrom: Day; readonly ticketsKnownFrom: Day }
  | { readonly kind: 'NO_ACCOUNTS' };
