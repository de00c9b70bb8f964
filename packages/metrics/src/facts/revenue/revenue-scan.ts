import { type Grouping, mostGroups, oneGroup } from '../../ledger/grouping.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { movementIndex } from '../../ledger/movement-index.ts';
import { accountsAtOnce, rowsOfAccounts } from '../../ledger/rows-of-accounts.ts';
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

/** The most places of windows' bounds, of all groups together, in one pass: 32 MB of them, enough for one window of every group. */
const mostPlacesOfGroups = 4 * mostGroups;

/** Revenue facts of a selection for many windows in one pass over its movements. */
export function scanRevenue(question: Question, windows: readonly Window[]): readonly RevenueFacts[] {
  const { ledger, selection } = question;
  return scanRevenueOfGroups(question, oneGroup(selection, ledger.accounts.count), windows)[0] ?? [];
}

/**
 * The same of each group of the selection, all in one pass.
 *
 * Whatever happens to an account matters to windows that are neighbours, so each movement is a few ranges to add to,
 * whether there are two windows or two hundred. Windows in no order, and more than fit, are scanned half by half; accounts
 * whose return a policy takes for a new customer are looked at window by window.
 */
export function scanRevenueOfGroups(
  question: Question,
  grouping: Grouping,
  windows: readonly Window[],
): readonly (readonly RevenueFacts[])[] {
  const { ledger, policy } = question;
  const { within, groups, groupOf } = grouping;
  if (groups.length > mostGroups)
    return groups.map(({ selection }) => scanRevenue({ ...question, selection }, windows));
  const { dates, returning } = movementIndex(ledger.movements);
  const ranges = windowRanges(windows, dates);
  if (ranges === undefined || groups.length * Math.max(ranges.places, ranges.count + 1) > mostPlacesOfGroups) {
    const half = windows.length >> 1;
    const sooner = scanRevenueOfGroups(question, grouping, windows.slice(0, half));
    const later = scanRevenueOfGroups(question, grouping, windows.slice(half));
    return sooner.map((facts, group) => [...facts, ...(later[group] ?? [])]);
  }
  const back = selected(returning, within);
  if (policy.reactivationWindowDays === null) return scan(ledger, within.indices, grouping, back, ranges);
  const facts = scan(ledger, without(within.indices, back), grouping, [], ranges);
  for (const account of back) {
    windows.forEach((window, index) => {
      const into = facts[groupOf[account] ?? 0]?.[index];
      if (into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
    });
  }
  return facts;
}

/**
 * The facts of accounts by group, found in one pass over their movements.
 *
 * @param back those of them that ever came back
 */
function scan(
  ledger: Ledger,
  accounts: Uint32Array,
  { groups, groupOf }: Grouping,
  back: readonly number[],
  ranges: WindowRanges,
): readonly (readonly RevenueFacts[])[] {
  const { movements } = ledger;
  const index = movementIndex(movements);
  const sums = groups.map(() => scanSums(ranges.count));
  const cells = new MovementCells(ranges, groups.length);
  const dropped = new DroppedRevenue(ranges.count, groups.length);
  let next = 0;
  for (const { accounts: together, rows } of rowsOfAccounts(movements.offsets, index.rows, accounts)) {
    const last = together.at(-1) ?? 0;
    const first = last - (last % accountsAtOnce);
    const own = groupOf.subarray(first, first + accountsAtOnce);
    dropped.add(scanMovements(movements, index, rows, own, ranges, cells, dropped.room(rows.length)));
    for (; (back[next] ?? Number.POSITIVE_INFINITY) <= last; next++) {
      const account = back[next] ?? 0;
      const into = sums[groupOf[account] ?? 0];
      if (into !== undefined) addReturns(into, movements, index, ranges, account);
    }
  }
  const counts = countEach(ledger, accounts, groups.length, groupOf);
  return sums.map((into, group) => {
    cells.addTo(into, group);
    dropped.addTo(into.dropped, group);
    return factsOf(into, ranges.count, counts[group] ?? { accounts: 0, unconverted: 0 });
  });
}

/** By group: how many accounts there are, and how many with amounts that were left out. */
function countEach(
  { accounts: { unconverted: marks } }: Ledger,
  accounts: Uint32Array,
  groups: number,
  groupOf: Uint16Array,
): readonly Pick<RevenueFacts, 'accounts' | 'unconverted'>[] {
  const counts = new Uint32Array(groups);
  const unconverted = new Uint32Array(groups);
  if (groups === 1) counts[0] = accounts.length;
  else
    for (let place = 0; place < accounts.length; place++) {
      const group = groupOf[accounts[place] ?? 0] ?? 0;
      counts[group] = (counts[group] ?? 0) + 1;
    }
  // In most ledgers every amount was converted.
  if (marks.includes(1))
    for (let place = 0; place < accounts.length; place++) {
      const account = accounts[place] ?? 0;
      const group = groupOf[account] ?? 0;
      unconverted[group] = (unconverted[group] ?? 0) + (marks[account] ?? 0);
    }
  return Array.from(counts, (count, group) => ({ accounts: count, unconverted: unconverted[group] ?? 0 }));
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
