import { type Day, type Ledger, monthsBetween } from '@plimsoll/metrics';
import type { Session } from '../session.ts';

/** How much data a request may go through: what the weights of its fields are worked out from. */
export interface Extent {
  /** Accounts in the viewer's reach; of a workspace that is streamed, all of its accounts. */
  readonly accounts: number;
  /** Calendar months from the first revenue movement of the workspace to today, at least 1. */
  readonly months: number;
}

/** The extent of an operation that reads no accounts, such as a write. */
export const smallestExtent: Extent = { accounts: 1, months: 1 };

/** Months that are assumed of a workspace whose movements are not in memory. */
const assumedMonths = 120;

/** The extent of a token for some accounts, which is known without a look at the data. */
export function extentOfAccounts(externalIds: ReadonlySet<string>): Extent {
  return { accounts: externalIds.size, months: assumedMonths };
}

/** Accounts that one unit of weight goes through: a scan of 100,000 accounts takes about a millisecond. */
const accountsPerUnit = 1_000;

/** Measure the data in a session's reach. */
export function extentOf({ reader, reach, ledger, today }: Session): Extent {
  if (!reader.held) return { accounts: reader.accountCount, months: assumedMonths };
  const since = firstMovement(ledger);
  return { accounts: reach.indices.length, months: since > today ? 1 : monthsBetween(since, today) + 1 };
}

/** What one pass over every account in reach weighs. */
export function scanWeight({ accounts }: Extent): number {
  return Math.ceil(accounts / accountsPerUnit);
}

// A ledger never changes, so the day holds for as long as the ledger lives.
const firstMovements = new WeakMap<Ledger, Day>();

function firstMovement(ledger: Ledger): Day {
  const known = firstMovements.get(ledger);
  if (known !== undefined) return known;
  let first: Day = Number.POSITIVE_INFINITY;
  for (const day of ledger.movements.days) if (day < first) first = day;
  firstMovements.set(ledger, first);
  return first;
}
