import { type Grouping, mostGroups, oneGroup } from '../../ledger/grouping.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { movementIndex } from '../../ledger/movement-index.ts';
import { rowsOfAccounts } from '../../ledger/rows-of-accounts.ts';
import type { Selection } from '../../ledger/selection.ts';
import type { Question, Window } from '../../metric.ts';
import { MovementScan } from './movement-scan.ts';
import { addReturns } from './returns.ts';
import type { RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { factsOf, scanSums } from './scan-sums.ts';
import { type WindowRanges, windowRanges } from './window-ranges.ts';

/**
 * The most places of windows' bounds, of all groups together, in one pass: 32 MB of them, enough for one window of every
 * group.
 */
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
  if (policy.reactivationWindowDays === null) return scan(ledger, grouping, ranges, back, []);
  const facts = scan(ledger, grouping, ranges, [], back);
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
 * @param others accounts that are none of them
 */
function scan(
  ledger: Ledger,
  grouping: Grouping,
  ranges: WindowRanges,
  back: readonly number[],
  others: readonly number[],
): readonly (readonly RevenueFacts[])[] {
  const { within, groups, groupOf } = grouping;
  const { movements } = ledger;
  const index = movementIndex(movements);
  const sums = groups.map(() => scanSums(ranges.count));
  const found = new MovementScan(movements, ranges, groups.length);
  for (const turn of rowsOfAccounts(movements.offsets, without(within.indices, others))) found.add(turn, groupOf);
  for (const account of back) {
    const into = sums[groupOf[account] ?? 0];
    if (into !== undefined) addReturns(into, movements, index, ranges, account);
  }
  const counts = countEach(ledger, grouping, others);
  return sums.map((into, group) => {
    found.addTo(into, group);
    return factsOf(into, ranges.count, counts[group] ?? { accounts: 0, unconverted: 0 });
  });
}

/** By group: how many accounts there are, and how many with amounts that were left out; but for some of them. */
function countEach(
  { accounts: { unconverted: marks } }: Ledger,
  { within: { indices }, groups, groupOf }: Grouping,
  some: readonly number[],
): readonly Pick<RevenueFacts, 'accounts' | 'unconverted'>[] {
  const counts = Uint32Array.from(groups, ({ count }) => count);
  const unconverted = new Uint32Array(groups.length);
  // In most ledgers every amount was converted.
  if (marks.includes(1))
    for (let place = 0; place < indices.length; place++) {
      const account = indices[place] ?? 0;
      const group = groupOf[account] ?? 0;
      unconverted[group] = (unconverted[group] ?? 0) + (marks[account] ?? 0);
    }
  for (const account of some) {
    const group = groupOf[account] ?? 0;
    counts[group] = (counts[group] ?? 0) - 1;
    unconverted[group] = (unconverted[group] ?? 0) - (marks[account] ?? 0);
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
  if (some.length === 0) return accounts;
  let next = 0;
  return accounts.filter((account) => {
    if (account !== some[next]) return true;
    next++;
    return false;
  });
}
