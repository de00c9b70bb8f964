import type { SupportFacts } from '../../facts/support/support-facts.ts';
import type { Term } from '../../metric.ts';

/** A count of tickets. */
function count(key: string, label: string, of: (facts: SupportFacts) => number): Term<SupportFacts> {
  return { key, label, sign: 1, measure: 'COUNT', of };
}

/** Tickets created in the period. */
export const opened: Term<SupportFacts> = count('OPENED', 'Tickets opened', (facts) => facts.opened);
/** Those of them that have no first response so far. */
export const stillWaiting: Term<SupportFacts> = count('STILL_WAITING', 'Still waiting', (facts) => facts.waiting);
/** How often resolved tickets were opened again in the period. */
export const reopened: Term<SupportFacts> = count('REOPENED', 'Reopened', (facts) => facts.reopened);
/** How often tickets were resolved in the period. */
export const resolved: Term<SupportFacts> = count('RESOLVED', 'Resolved', (facts) => facts.resolved);
/** Open tickets that went on in another in the period. */
export const merged: Term<SupportFacts> = count('MERGED', 'Merged into another', (facts) => facts.merged);
/** Tickets open at the end of the period, whenever they were created. */
export const openAtEnd: Term<SupportFacts> = count('OPEN_AT_END', 'Open at the end', (facts) => facts.openAtEnd);
/** Tickets created in the period by accounts that pay at its end. */
export const openedByPaying: Term<SupportFacts> = count(
  'OPENED_BY_PAYING',
  'Tickets opened by paying accounts',
  (facts) => facts.openedByPaying,
);
/** Accounts that pay at the end of the period. */
export const paying: Term<SupportFacts> = count('PAYING', 'Paying accounts at the end', (facts) => facts.paying);
