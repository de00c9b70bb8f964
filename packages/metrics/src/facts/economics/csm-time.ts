import { type CsmShares, csmShares } from '../../ledger/csm-shares.ts';
import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { Question, Window } from '../../metric.ts';
import { isAtRisk } from '../renewals/renewals.ts';
import type { EconomicsFacts } from './economics-facts.ts';

/**
 * Adds an account's part of its CSM's time at a window's end, where the CSM is ramped and has not left. A CSM's time is
 * shared out evenly, and to the last millionth, among the accounts of the question that they serve, so that the whole is
 * that of every CSM with any of them. What of the load is in danger comes with it.
 */
export function addCsmTime(facts: EconomicsFacts, question: Question, account: number, window: Window): void {
  const { ledger, selection } = question;
  if (ledger.csms.ids.length === 0) return;
  const shares = csmShares(ledger, selection, window.end - 1);
  const csm = shares.csmOf[account] ?? -1;
  const balance = balanceBefore(ledger, account, window.end);
  if (csm >= 0 && isRamped(ledger, csm, window))
    facts.csmTime += partOf(shares, ledger.csms.fte[csm] ?? 0, csm, account);
  else if (balance > 0) facts.unserved++;
  if (balance > 0 && isAtRisk(ledger, account, window.end)) {
    facts.revenueAtRisk += balance;
    facts.customersAtRisk++;
  }
}

/** Names the ramped CSMs who serve any account of the question at a window's end. */
export function addCsms(facts: EconomicsFacts, { ledger, selection }: Question, window: Window): void {
  if (ledger.csms.ids.length === 0) return;
  csmShares(ledger, selection, window.end - 1).accounts.forEach((accounts, csm) => {
    if (accounts > 0 && isRamped(ledger, csm, window)) facts.csms.set(csm, ledger.csms.fte[csm] ?? 0);
  });
}

function partOf({ position, accounts }: CsmShares, time: number, csm: number, account: number): number {
  const at = position[account] ?? 0;
  const of = accounts[csm] ?? 1;
  return Math.floor((time * (at + 1)) / of) - Math.floor((time * at) / of);
}

function isRamped({ csms }: Ledger, csm: number, { end }: Window): boolean {
  return (csms.rampedOn[csm] ?? end) < end && (csms.leftOn[csm] ?? end) >= end;
}
