import type { Day } from '../../calendar/day.ts';
import { firstPaidOn } from '../../ledger/account-measures.ts';
import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import type { MilestoneRole } from '../../ledger/milestone-columns.ts';
import type { Window } from '../../metric.ts';
import type { ValueFacts } from './value-facts.ts';

/** Whether the ledger says what the first value is. */
export function knowsFirstValue({ milestoneList }: Ledger): boolean {
  return milestoneList.some(({ role }) => role === 'firstValue');
}

/**
 * Adds how long an account took to its first value, if it reached it in the window, or else whether it was waiting for it
 * when the window ended or left without it.
 *
 * It starts with its earliest milestone of that role, or without one on the day it first paid. What is reached before the
 * start was there on it: 0 days.
 */
export function addFirstValue(facts: ValueFacts, ledger: Ledger, account: number, { start, end }: Window): void {
  const reached = earliest(ledger, account, 'firstValue');
  const started = startOf(ledger, account);
  if (reached < end) {
    if (reached < start) return;
    if (started === Number.POSITIVE_INFINITY) facts.unstarted++;
    else facts.firstValueDays.push(Math.max(0, reached - started));
    return;
  }
  if (started >= end) return;
  const paidOn = firstPaidOn(ledger, account);
  const left = paidOn < end && balanceBefore(ledger, account, end) <= 0;
  if (!left) {
    facts.waiting++;
    facts.waitingDays += end - started;
  } else if (paidOn >= start || balanceBefore(ledger, account, start) > 0) facts.leftWithout++;
}

function startOf(ledger: Ledger, account: number): Day {
  const milestone = earliest(ledger, account, 'start');
  if (milestone < Number.POSITIVE_INFINITY) return milestone;
  const paidOn = firstPaidOn(ledger, account);
  return Number.isNaN(paidOn) ? Number.POSITIVE_INFINITY : paidOn;
}

function earliest({ milestones, milestoneList }: Ledger, account: number, role: MilestoneRole): Day {
  const { offsets, days } = milestones;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    if (milestoneList[milestones.milestones[row] ?? -1]?.role === role) return days[row] ?? Number.POSITIVE_INFINITY;
  }
  return Number.POSITIVE_INFINITY;
}
