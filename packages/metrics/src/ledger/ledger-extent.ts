import type { Day } from '../calendar/day.ts';
import { MetricsError } from '../metrics-error.ts';

/**
 * What a ledger that does not hold all of its workspace holds of it: some accounts, with the days from which the whole
 * workspace knows of use and of tickets (Infinity: never); or no account, and nothing but what belongs to none.
 */
export type LedgerExtent =
  | { readonly kind: 'SOME_ACCOUNTS'; readonly usageKnownFrom: Day; readonly ticketsKnownFrom: Day }
  | { readonly kind: 'NO_ACCOUNTS' };

/** Refuses a ledger that only stands for accounts which are elsewhere. @throws MetricsError */
export function checkHeld({ extent }: { readonly extent?: LedgerExtent }): void {
  if (extent?.kind !== 'NO_ACCOUNTS') return;
  throw new MetricsError(
    'MetricsError: facts were to be collected from a ledger without accounts. It stands for a workspace too large for memory, and what it gives would be nothing. Ask the store for the reading.',
  );
}
