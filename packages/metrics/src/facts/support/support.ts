import { balanceBefore, type Ledger } from '../../ledger/ledger.ts';
import { noWait, unknownWait } from '../../ledger/ticket-columns.ts';
import type { FactSource, Question, Window } from '../../metric.ts';
import { mergeSupportFacts, noSupportFacts, type SupportFacts, type Waits } from './support-facts.ts';

// A ledger never changes.
const firstDays = new WeakMap<Ledger, number>();

/** The day of the earliest ticket of a ledger: before it, no ticket is known because none was told. */
function ticketsKnownFrom(ledger: Ledger): number {
  if (ledger.extent?.kind === 'SOME_ACCOUNTS') return ledger.extent.ticketsKnownFrom;
  const known = firstDays.get(ledger);
  if (known !== undefined) return known;
  let first = Number.POSITIVE_INFINITY;
  for (const day of ledger.tickets.created) if (day < first) first = day;
  firstDays.set(ledger, first);
  return first;
}

function addAccount(facts: SupportFacts, question: Question, account: number, window: Window): void {
  const { ledger } = question;
  if (ticketsKnownFrom(ledger) < window.end) facts.tracked++;
  const opened = addTickets(facts, question, account, window);
  addResolutions(facts, question, account, window);
  if (balanceBefore(ledger, account, window.end) <= 0) return;
  facts.paying++;
  facts.openedByPaying += opened;
}

function addTickets(
  facts: SupportFacts,
  { ledger, policy }: Question,
  account: number,
  { start, end }: Window,
): number {
  const { offsets, created, merged, ...columns } = ledger.tickets;
  const business = policy.supportHours === 'business';
  const replies =
    policy.firstResponse === 'publicAgentReply'
      ? business
        ? columns.agentRepliesOpen
        : columns.agentReplies
      : business
        ? columns.anyRepliesOpen
        : columns.anyReplies;
  let opened = 0;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = created[row] ?? 0;
    if (day >= end) break;
    facts.openAtEnd++;
    if (day < start) continue;
    opened++;
    if (addWait(facts.firstResponses, replies[row] ?? noWait)) continue;
    if (merged[row] === 1) facts.mergedUnanswered++;
    else facts.waiting++;
  }
  facts.opened += opened;
  return opened;
}

function addResolutions(facts: SupportFacts, { ledger, policy }: Question, account: number, window: Window): void {
  const { offsets, days, until, waits, waitsOpen, first } = ledger.resolutions;
  const { start, end } = window;
  const counted = policy.supportHours === 'business' ? waitsOpen : waits;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day >= end) break;
    const reopenedOn = until[row] ?? 0;
    if (reopenedOn >= end) facts.openAtEnd--;
    else if (reopenedOn >= start) facts.reopened++;
    if (day < start) continue;
    const wait = counted[row] ?? noWait;
    if (wait === noWait) {
      facts.merged++;
      continue;
    }
    facts.resolved++;
    if (first[row] === 1) addWait(facts.firstResolutions, wait);
    if (reopenedOn >= end) addWait(facts.fullResolutions, wait);
  }
}

/** Notes a wait; `false` where there is none. */
function addWait(waits: Waits, wait: number): boolean {
  if (wait === noWait) return false;
  if (wait === unknownWait) waits.unknown++;
  else waits.seconds.push(wait);
  return true;
}

/** Facts about tickets. */
export const support: FactSource<SupportFacts> = {
  family: 'SUPPORT',
  reads: { parts: ['movements', 'tickets', 'resolutions'] },
  collect: (question, windows) =>
    windows.map((window) => {
      const facts = noSupportFacts();
      for (const account of question.selection.indices) addAccount(facts, question, account, window);
      return facts;
    }),
  collectAccount: (question, account, window) => {
    const facts = noSupportFacts();
    addAccount(facts, question, account, window);
    return facts;
  },
  merge: mergeSupportFacts,
};

/** How many tickets of an account are open on the evening of a day. */
export function openTicketsOn({ tickets, resolutions }: Ledger, account: number, day: number): number {
  let open = 0;
  for (let row = tickets.offsets[account] ?? 0; row < (tickets.offsets[account + 1] ?? 0); row++) {
    if ((tickets.created[row] ?? 0) <= day) open++;
  }
  for (let row = resolutions.offsets[account] ?? 0; row < (resolutions.offsets[account + 1] ?? 0); row++) {
    if ((resolutions.days[row] ?? 0) <= day && (resolutions.until[row] ?? 0) > day) open--;
  }
  return open;
}
