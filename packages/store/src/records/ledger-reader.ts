import type {
  AccountFilter,
  AnyMetric,
  BreakdownGroup,
  BreakdownMoment,
  Day,
  Gathering,
  Ledger,
  Period,
  Question,
  Reading,
  Recognition,
  Report,
  Selection,
  Window,
} from '@plimsoll/metrics';

/** Some accounts, by their ids or by the host's. */
export type AccountNames = { readonly ids: readonly string[] } | { readonly externalIds: readonly string[] };

/** A ledger whose revenue is recognised in a way of its own. */
export interface RecognisedReading {
  readonly ledger: Ledger;
  /** A reader of the same accounts at the same revision. */
  readonly reader: LedgerReader;
}

/**
 * Reads a workspace at one revision, whether its history is held in memory or is too large for that: then its accounts
 * stay in the database, each question goes through them in chunks, and questions that are asked together go through them
 * once. What is answered is the same, to the last minor unit.
 *
 * Work is done in blocks, between which other requests are served. Where a reader was opened with a signal, its promises reject
 * with the signal's reason once that is aborted, and passes over the database that nobody else waits for stop.
 *
 * Of a workspace that is not held, every method that returns a promise rejects with {@link WorkspaceMoved} once something
 * was written since.
 */
export interface LedgerReader {
  /** The ledger; of a workspace that is not held, what belongs to no account, as a stand-in in questions. */
  readonly ledger: Ledger;
  /** Whether its accounts are in `ledger`. */
  readonly held: boolean;
  /** How many accounts the workspace has; where they are streamed, as counted when the reader was opened. */
  readonly accountCount: number;
  /** The ledger with revenue recognised otherwise: of this revision or, of a workspace that is held, a later one. */
  under(recognition: Recognition): Promise<RecognisedReading>;
  /**
   * Stands for the accounts that a filter holds for in questions; for every account, and what belongs to none, without.
   *
   * @param within only accounts of this selection, which came from here too
   */
  select(filter?: AccountFilter, within?: Selection): Selection;
  /** How many accounts a selection stands for. */
  count(selection: Selection): Promise<number>;
  /**
   * Reads a metric over many periods.
   *
   * @param question of a ledger and a selection that came from here
   */
  readEach(metric: AnyMetric, question: Question, periods: readonly Period[], today: Day): Promise<readonly Reading[]>;
  /** Reads a metric over periods, oldest first, for each value of a trait. */
  breakdown(
    metric: AnyMetric,
    question: Question,
    trait: string,
    periods: readonly Period[],
    today: Day,
    at: BreakdownMoment,
  ): Promise<readonly BreakdownGroup[]>;
  /** Works a table or a list out. */
  work<Facts, Told>(report: Report<Facts, Told>, question: Question): Promise<Told>;
  /** Gathers anything else that adds up over accounts, an entry a window. */
  gather<Facts>(source: Gathering<Facts>, question: Question, windows: readonly Window[]): Promise<readonly Facts[]>;
  /** A reader that holds at least these accounts, of those that there are, with all that is known of them. */
  holding(accounts: AccountNames): Promise<LedgerReader>;
  /** What of the ledger differs from an earlier reader's, as far as it is known: names of its parts, and `accounts`. */
  changedSince(earlier: LedgerReader): readonly string[];
}
