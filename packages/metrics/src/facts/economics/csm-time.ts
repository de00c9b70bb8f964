import { csmShares } from '../../ledger/csm-shares.ts';
import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { Question, Window } from '../../metric.ts';
import { isAtRisk } from '../renewals/renewals.ts';
import type { EconomicsFacts } from './economics-facts.ts';

/** Adds the ramped CSMs who serve any account of the question at a window's end, each with all of their time. */
export function addCsms(facts: EconomicsFacts, { ledger, selection }: Question, window: Window): void {
  if (ledger.csms.ids.length === 0) return;
  csmShares(ledger, selection, window.end - 1).accounts.forEach((accounts, csm) => {
    if (accounts === 0 || !isRamped(ledger, csm, window)) return;
    const time = ledger.csms.fte[csm] ?? 0;
    facts.csms.set(csm, { time, accounts });
    facts.csmTime += time;
  });
}

/** Adds whether an account pays without a ramped CSM at a window's end, and what of the load is in danger. */
export function addLoad(facts: EconomicsFacts, question: Question, account: number, window: Window): void {
  const { ledger } = question;
  if (ledger.csms.ids.length === 0) return;
  const balance = balanceBefore(ledger, account, window.end);
  if (balance <= 0) return;
  if (rampedCsmOf(question, account, window) < 0) facts.unserved++;
  if (!isAtRisk(ledger, account, window.end)) return;
  facts.revenueAtRisk += balance;
  facts.customersAtRisk++;
}

/**
 * Adds an account's part of its CSM's time at a window's end, which is shared out evenly among the accounts that they
 * serve.
 *
 * @param whole the facts of all of these accounts
 */
export function addPartOfCsm(
  facts: EconomicsFacts,
  question: Question,
  account: number,
  window: Window,
  whole: EconomicsFacts,
): void {
  if (question.ledger.csms.ids.length === 0) return;
  const csm = whole.csms.get(rampedCsmOf(question, account, window));
  if (csm !== undefined) facts.csmTime += csm.time / csm.accounts;
}

/** Index of an account's CSM at a window's end; -1 where it has none who is ramped and has not left. */
function rampedCsmOf({ ledger, selection }: Question, account: number, window: Window): number {
  const csm = csmShares(ledger, selection, window.end - 1).csmOf[account] ?? -1;
  return csm >= 0 && isRamped(ledger, csm, window) ? csm : -1;
}

function isRamped({ csms }: Ledger, csm: number, { end }: Window): boolean {
  return (csms.rampedOn[csm] ?? end) < end && (csms.leftOn[csm] ?? end) >= end;
}
