import type { Day } from '../../calendar/day.ts';
import type { Ledger, UsageColumns } from '../../ledger/ledger.ts';

/** The first of an account's rows that is on a day or after it. */
export function firstRowFrom({ offsets, days }: UsageColumns, account: number, day: Day): number {
  let low = offsets[account] ?? 0;
  let high = offsets[account + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A ledger never changes, and each account behind a number asks this again.
const firstDays = new WeakMap<UsageColumns, Day>();

/** The first day on which anybody of any account used the product; Infinity where nobody ever did. */
export function usageKnownFrom({ usage, accounts, extent }: Ledger): Day {
  if (extent?.kind === 'SOME_ACCOUNTS') return extent.usageKnownFrom;
  const known = firstDays.get(usage);
  if (known !== undefined) return known;
  let first = Number.POSITIVE_INFINITY;
  for (let account = 0; account < accounts.count; account++) {
    const row = usage.offsets[account] ?? 0;
    if (row < (usage.offsets[account + 1] ?? 0)) first = Math.min(first, usage.days[row] ?? first);
  }
  firstDays.set(usage, first);
  return first;
}
