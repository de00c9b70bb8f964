import type { Ledger } from '../../ledger/ledger.ts';
import type { Window } from '../../metric.ts';
import { movementCode } from '../../movements/movement.ts';
import type { Policy } from '../../policy.ts';
import type { RevenueFacts } from './revenue-facts.ts';

/**
 * Adds one account's history in one window to `facts`. This is the definition of every revenue fact; the scan over many
 * windows is held to it by a test.
 */
export function addRevenueOfAccount(
  facts: RevenueFacts,
  ledger: Ledger,
  account: number,
  window: Window,
  policy: Policy,
): void {
  const { offsets, days, kinds, amounts } = ledger.movements;
  const last = offsets[account + 1] ?? 0;
  let row = offsets[account] ?? 0;
  let balance = 0;
  let leftOn = Number.NEGATIVE_INFINITY;
  for (; row < last && (days[row] ?? 0) < window.start; row++) {
    balance += amounts[row] ?? 0;
    if (kinds[row] === movementCode.CHURN) leftOn = days[row] ?? 0;
  }
  const start = balance;
  const inBase = start > 0;
  let stayed = inBase;
  let lostForGood = false;
  let everPaid = inBase;
  let cameBack = false;
  for (; row < last && (days[row] ?? 0) < window.end; row++) {
    const amount = amounts[row] ?? 0;
    balance += amount;
    switch (kinds[row]) {
      case movementCode.EXPANSION:
        facts.expansion += amount;
        if (stayed) facts.baseExpansion += amount;
        break;
      case movementCode.CONTRACTION:
        facts.contraction -= amount;
        if (stayed) facts.baseContraction -= amount;
        break;
      case movementCode.CHURN:
        facts.churn -= amount;
        if (stayed) facts.baseChurn -= amount;
        if (!inBase) facts.newcomerChurn -= amount;
        stayed = false;
        leftOn = days[row] ?? 0;
        break;
      case movementCode.FX:
        facts.fx += amount;
        break;
      default:
        everPaid = true;
        if (countsAsNew(kinds[row], (days[row] ?? 0) - leftOn, policy)) {
          facts.new += amount;
          facts.customersNew++;
          lostForGood ||= inBase;
        } else {
          facts.reactivation += amount;
          cameBack = true;
        }
    }
  }
  facts.accounts++;
  facts.unconverted += ledger.accounts.unconverted[account] ?? 0;
  facts.start += start;
  facts.end += balance;
  if (balance > 0) facts.customersEnd++;
  if (cameBack && !lostForGood) facts.returned += balance;
  if (inBase) {
    facts.customersStart++;
    if (balance > 0 && !lostForGood) {
      facts.customersKept++;
      facts.kept += Math.min(start, balance);
      facts.baseEnd += balance;
    }
  } else if (everPaid && balance === 0) facts.newcomersLost++;
}

/** Whether a first payment after nothing counts as new under the policy's window for returns. */
export function countsAsNew(kind: number | undefined, daysAway: number, policy: Policy): boolean {
  if (kind === movementCode.NEW) return true;
  return policy.reactivationWindowDays !== null && daysAway > policy.reactivationWindowDays;
}
