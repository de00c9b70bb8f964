import type { Ledger } from '../../ledger/ledger.ts';
import type { Question, Window } from '../../metric.ts';
import { movementCode } from '../../movements/movement.ts';
import { DroppedRevenue } from './dropped-revenue.ts';
import { MovementCells } from './movement-cells.ts';
import { addReturns } from './returns.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';
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
  const ranges = windowRanges(windows);
  if (ranges === undefined && windows.length > 1) return windows.flatMap((window) => scanRevenue(question, [window]));
  const { ledger, selection, policy } = question;
  const inOnePass = (account: number): boolean =>
    ranges !== undefined && (policy.reactivationWindowDays === null || !returnsBefore(ledger, account, ranges));
  const [regular, others] =
    policy.reactivationWindowDays === null && ranges !== undefined
      ? [selection.indices, []]
      : [selection.indices.filter(inOnePass), selection.indices.filter((account) => !inOnePass(account))];
  const facts = ranges === undefined ? windows.map(noRevenueFacts) : scan(ledger, regular, ranges);
  for (const account of others) {
    windows.forEach((window, index) => {
      const into = facts[index];
      if (into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
    });
  }
  return facts;
}

// So many that their columns stay close to the processor.
const accountsAtOnce = 4_096;

/** The facts of accounts, found in one pass over their movements. */
function scan(ledger: Ledger, accounts: Uint32Array, ranges: WindowRanges): readonly RevenueFacts[] {
  const sums = scanSums(ranges.count);
  const cells = new MovementCells(ranges);
  const dropped = new DroppedRevenue(ranges.count);
  for (let from = 0; from < accounts.length; from += accountsAtOnce) {
    const some = accounts.subarray(from, from + accountsAtOnce);
    const back = new Set(scanMovements(ledger.movements, some, ranges, cells, dropped));
    for (const account of back) addReturns(sums, ledger.movements, ranges, account);
  }
  cells.addTo(sums);
  dropped.addTo(sums.dropped);
  let unconverted = 0;
  for (let index = 0; index < accounts.length; index++)
    unconverted += ledger.accounts.unconverted[accounts[index] ?? 0] ?? 0;
  return factsOf(sums, ranges.count, { accounts: accounts.length, unconverted });
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
