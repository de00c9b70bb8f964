import type { FactSource, Question, Window } from '../../metric.ts';
import { append } from '../add-facts.ts';
import { firstRowFrom, usageKnownFrom } from './usage-range.ts';

/** How long sessions lasted in one window. */
export interface SessionFacts {
  /** Accounts selected, once usage is known of anybody; 0 before. */
  tracked: number;
  /** The length of each session, in whole seconds. */
  seconds: number[];
  /** Days on which a user was active, and those of them whose sessions were counted. */
  userDays: number;
  countedDays: number;
}

function noSessionFacts(): SessionFacts {
  return { tracked: 0, seconds: [], userDays: 0, countedDays: 0 };
}

/** Adds an account's sessions. Those of one user, day and feature are known together, and each counts with their mean. */
function add(facts: SessionFacts, { ledger }: Question, account: number, window: Window): void {
  const { usage } = ledger;
  if (usageKnownFrom(ledger) < window.end) facts.tracked++;
  const until = usage.offsets[account + 1] ?? 0;
  let dayBefore = Number.NaN;
  let userBefore = -1;
  let counted = false;
  for (let row = firstRowFrom(usage, account, window.start); row < until; row++) {
    const day = usage.days[row] ?? 0;
    if (day >= window.end) break;
    const user = usage.users[row] ?? 0;
    if (day !== dayBefore || user !== userBefore) {
      facts.userDays++;
      counted = false;
    }
    dayBefore = day;
    userBefore = user;
    const sessions = usage.sessions[row] ?? 0;
    if (sessions === 0) continue;
    if (!counted) facts.countedDays++;
    counted = true;
    addEvenly(facts.seconds, usage.seconds[row] ?? 0, sessions);
  }
}

/** Whole numbers that differ by at most 1 and add up to the total, so that the mean of all stays exact. */
function addEvenly(into: number[], total: number, count: number): void {
  const each = Math.floor(total / count);
  const longer = total - each * count;
  for (let index = 0; index < count; index++) into.push(index < longer ? each + 1 : each);
}

/** Facts about sessions of product use. */
export const sessions: FactSource<SessionFacts> = {
  family: 'PRODUCT',
  reads: { parts: ['usage'] },
  collect: (question, windows) =>
    windows.map((window) => {
      const facts = noSessionFacts();
      for (const account of question.selection.indices) add(facts, question, account, window);
      return facts;
    }),
  collectAccount: (question, account, window) => {
    const facts = noSessionFacts();
    add(facts, question, account, window);
    return facts;
  },
  merge: (parts) => {
    const facts = noSessionFacts();
    for (const { tracked, seconds, userDays, countedDays } of parts) {
      facts.tracked += tracked;
      facts.userDays += userDays;
      facts.countedDays += countedDays;
      append(facts.seconds, seconds);
    }
    return facts;
  },
};
