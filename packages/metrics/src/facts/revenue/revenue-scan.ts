import type { Ledger } from '../../ledger/ledger.ts';
import { movementIndex } from '../../ledger/movement-index.ts';
import { rowsOfAccounts } from '../../ledger/rows-of-accounts.ts';
import type { Selection } from '../../ledger/selection.ts';
import type { Question, Window } from '../../metric.ts';
import { DroppedRevenue } from './dropped-revenue.ts';
import { MovementCells } from './movement-cells.ts';
import { addReturns } from './returns.ts';
import type { RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { scanMovements } from './scan-movements.ts';
import { factsOf, scanSums } from './scan-sums.ts';
import { type WindowRanges, windowRanges } from './window-ranges.ts';

/**
 * Revenue facts of a selection for many windows in one pass over its movements.
 *
 * Whatever happens to an account matters to windows that are neighbours, so each movement is a few ranges to add to,
 * whether there are two windows or two hundred. The long way round, window by window, is left for windows in no order
 * and for accounts whose return a policy takes for a new customer.
 */
export function scanRevenue(question: Question, windows: readonly Window[]): readonly RevenueFacts[] {
  const { ledger, selection, policy } = question;
  const { dates, returning } = movementIndex(ledger.movements);
  const ranges = windowRanges(windows, dates);
  if (ranges === undefined) return windows.flatMap((window) => scanRevenue(question, [window]));
  const back = selected(returning, selection);
  if (policy.reactivationWindowDays === null) return scan(ledger, selection.indices, back, ranges);
  const facts = scan(ledger, without(selection.indices, back), [], ranges);
  for (const account of back) {
    windows.forEach((window, index) => {
      const into = facts[index];
      if (into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
    });
  }
  return facts;
}

/**
 * The facts of accounts, found in one pass over their movements.
 *
 * @param back those of them that ever came back
 */
function scan(
  ledger: Ledger,
  accounts: Uint32Array,
  back: readonly number[],
  ranges: WindowRanges,
): readonly RevenueFacts[] {
  const { movements } = ledger;
  const index = movementIndex(movements);
  const sums = scanSums(ranges.count);
  const cells = new MovementCells(ranges);
  const dropped = new DroppedRevenue(ranges.count);
  let next = 0;
  for (const turn of rowsOfAccounts(movements.offsets, index.rows, accounts)) {
    dropped.add(scanMovements(movements, index, turn.rows, ranges, cells, dropped.room(turn.rows.length)));
    const last = turn.accounts.at(-1) ?? 0;
    for (; (back[next] ?? Number.POSITIVE_INFINITY) <= last; next++)
      addReturns(sums, movements, index, ranges, back[next] ?? 0);
  }
  cells.addTo(sums);
  dropped.addTo(sums.dropped);
  const unconverted = countOf(ledger.accounts.unconverted, accounts);
  return factsOf(sums, ranges.count, { accounts: accounts.length, unconverted });
}

function countOf(marks: Uint8Array, accounts: Uint32Array): number {
  let count = 0;
  for (let place = 0; place < accounts.length; place++) count += marks[accounts[place] ?? 0] ?? 0;
  return count;
}

function selected(accounts: Uint32Array, { mask }: Selection): readonly number[] {
  const found: number[] = [];
  for (const account of accounts) if (mask[account] === 1) found.push(account);
  return found;
}

/** The accounts but for some of them, both ascending. */
function without(accounts: Uint32Array, some: readonly number[]): Uint32Array {
  let next = 0;
  return accounts.filter((account) => {
    if (account !== some[next]) return true;
    next++;
    return false;
  });
}
