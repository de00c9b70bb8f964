import type { LedgerReads } from '../ledger/ledger-part.ts';
import type { Gathering, Question, Window } from '../metric.ts';

/** The first entries of a list, and how many there are in all. */
export interface Listing<Entry> {
  readonly count: number;
  readonly entries: readonly Entry[];
}

/** A list over accounts. */
export interface ListOf<Entry> {
  readonly reads: LedgerReads;
  list(question: Question, window: Window): Entry[];
  /** 0 for two entries of one account at most, which stay in their order, so that parts put together are in that of the whole. */
  compare(a: Entry, b: Entry): number;
  /** How many are kept. */
  readonly most: number;
}

/** Gathers a list, of which no more is ever held than what is wanted. */
export function listing<Entry>({ reads, list, compare, most }: ListOf<Entry>): Gathering<Listing<Entry>> {
  const first = (count: number, entries: Entry[]): Listing<Entry> => ({
    count,
    entries: most === 0 ? [] : entries.sort(compare).slice(0, most),
  });
  return {
    reads,
    collect: (question, windows) =>
      windows.map((window) => {
        const entries = list(question, window);
        return first(entries.length, entries);
      }),
    merge: (parts) =>
      first(
        parts.reduce((sum, { count }) => sum + count, 0),
        parts.flatMap(({ entries }) => entries),
      ),
  };
}
