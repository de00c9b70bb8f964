import type { Ledger } from '../../ledger/ledger.ts';
import type { Question, Window } from '../../metric.ts';
import { movementCode } from '../../movements/movement.ts';
import { addSteps } from './base-revenue.ts';
import { RangeSums } from './range-sums.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { scanMovements } from './scan-movements.ts';
import { type WindowRanges, windowRanges } from './window-ranges.ts';

/** The facts that a scan sums over ranges of windows. */
const summed = [
  'start',
  'end',
  'new',
  'reactivation',
  'expansion',
  'contraction',
  'churn',
  'fx',
  'kept',
  'baseEnd',
  'baseExpansion',
  'baseContraction',
  'baseChurn',
  'returned',
  'newcomerChurn',
  'customersStart',
  'customersEnd',
  'customersKept',
  'customersNew',
  'newcomersLost',
] as const satisfies readonly (keyof RevenueFacts)[];

type Sums = Readonly<Record<(typeof summed)[number], RangeSums>>;

/**
 * Revenue facts of a selection for many windows in one pass over its movements.
 *
 * Whatever happens to an account matters to windows that are neighbours, so each movement is a few ranges to add to,
 * whether there are two windows or two hundred. The long way round, window by window, is left for windows in no order
 * and for accounts whose return a policy takes for a new customer.
 */
export function scanRevenue(question: Question, windows: readonly Window[]): readonly RevenueFacts[] {
  const ranges = windowRanges(windows);
  if (ranges === undefined && windows.length > 1) return windows.flatMap((window) => scanRevenue(question, [window]));
  const { ledger, selection, policy } = question;
  const facts = windows.map(noRevenueFacts);
  const inOnePass = (account: number): boolean =>
    ranges !== undefined && (policy.reactivationWindowDays === null || !returnsBefore(ledger, account, ranges));
  const [regular, others] =
    policy.reactivationWindowDays === null && ranges !== undefined
      ? [selection.indices, []]
      : [selection.indices.filter(inOnePass), selection.indices.filter((account) => !inOnePass(account))];
  if (ranges !== undefined) addScan(facts, ledger, regular, ranges);
  for (const account of others) {
    windows.forEach((window, index) => {
      const into = facts[index];
      if (into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
    });
  }
  return facts;
}

/** Adds the facts of accounts, found in one pass over their movements. */
function addScan(facts: readonly RevenueFacts[], ledger: Ledger, accounts: Uint32Array, ranges: WindowRanges): void {
  // Object.fromEntries forgets which keys it was given.
  const sums = Object.fromEntries(summed.map((fact) => [fact, new RangeSums(ranges.count)])) as Sums;
  const { cells, steps, opening, standing } = scanMovements(ledger.movements, accounts, ranges, sums);
  cells.addTo(sums);
  addSteps(sums, steps, ranges.count);
  for (const fact of ['start', 'end'] as const) sums[fact].addFrom(0, opening.revenue);
  for (const fact of ['customersStart', 'customersEnd'] as const) sums[fact].addFrom(0, opening.customers);
  for (const fact of ['kept', 'baseEnd'] as const) sums[fact].addFrom(0, standing.revenue);
  sums.customersKept.addFrom(0, standing.customers);
  for (const fact of summed) {
    // Codes of losses hold what is lost below zero, facts above.
    const sign = fact === 'baseContraction' || fact === 'baseChurn' ? -1 : 1;
    sums[fact].totals().forEach((total, window) => {
      const into = facts[window];
      if (into !== undefined) into[fact] += sign * total;
    });
  }
  let unconverted = 0;
  for (const account of accounts) unconverted += ledger.accounts.unconverted[account] ?? 0;
  for (const into of facts) {
    into.accounts += accounts.length;
    into.unconverted += unconverted;
  }
}

/** Whether an account comes back before the last of the windows ends. */
function returnsBefore({ movements }: Ledger, account: number, { bounds }: WindowRanges): boolean {
  const { offsets, days, kinds } = movements;
  const last = bounds[bounds.length - 1] ?? 0;
  const end = offsets[account + 1] ?? 0;
  for (let row = offsets[account] ?? 0; row < end && (days[row] ?? 0) < last; row++) {
    if (kinds[row] === movementCode.REACTIVATION) return true;
  }
  return false;
}
