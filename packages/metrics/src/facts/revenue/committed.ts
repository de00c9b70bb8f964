import { commitmentBefore } from '../../ledger/commitment-columns.ts';
import type { FactSource, Question, Window } from '../../metric.ts';
import { revenue } from './revenue.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';

/** Recurring revenue with what is known of its future at a window's end. Annualised minor units. */
export interface CommittedFacts {
  readonly revenue: RevenueFacts;
  /** The part of the closing balance that was set to cancel by then. */
  setToCancel: number;
  /** What was signed by then and starts later. */
  signed: number;
}

/** Facts about recurring revenue and what is known of its future. */
export const committed: FactSource<CommittedFacts> = {
  family: 'REVENUE',
  reads: { parts: ['movements', 'commitments'] },
  collect: (question, windows) => {
    const found = revenue.collect(question, windows);
    const facts = windows.map((_, index) => ({ revenue: found[index] ?? noRevenueFacts(), setToCancel: 0, signed: 0 }));
    const { offsets } = question.ledger.commitments;
    for (const account of question.selection.indices) {
      if (offsets[account] === offsets[account + 1]) continue;
      windows.forEach((window, index) => {
        const into = facts[index];
        if (into !== undefined) addCommitments(into, question, account, window);
      });
    }
    return facts;
  },
  collectAccount: (question, account, window) => {
    const facts = { revenue: revenue.collectAccount(question, account, window), setToCancel: 0, signed: 0 };
    addCommitments(facts, question, account, window);
    return facts;
  },
  merge: (parts) => {
    const facts = { revenue: revenue.merge(parts.map((part) => part.revenue)), setToCancel: 0, signed: 0 };
    for (const { setToCancel, signed } of parts) {
      facts.setToCancel += setToCancel;
      facts.signed += signed;
    }
    return facts;
  },
};

function addCommitments(into: CommittedFacts, { ledger }: Question, account: number, window: Window): void {
  const { setToCancel, signed } = commitmentBefore(ledger.commitments, account, window.end);
  into.setToCancel += setToCancel;
  into.signed += signed;
}
