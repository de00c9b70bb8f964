import type {
  AccountFilter,
  AnyMetric,
  Day,
  Gathering,
  Ledger,
  Period,
  Question,
  Reading,
  Selection,
  Window,
} from '@plimsoll/metrics';

/**
 * A workspace too large for memory, at one revision. Its accounts stay in the database: each question goes through them
 * in chunks, and questions that are asked together go through them once. What is answered is what a ledger in memory
 * would answer, to the last minor unit.
 *
 * Every method throws {@link WorkspaceMoved} once something was written since.
 */
export interface WideLedger {
  /** What belongs to no account, and the head: the stand-in for the ledger in questions. */
  readonly ledger: Ledger;
  /** The same with revenue recognised otherwise. */
  under(recognition: Ledger['recognition']): Ledger;
  /** Stands for the accounts that a filter holds for in questions; for every account, and what belongs to none, without. */
  select(filter?: AccountFilter): Selection;
  /** The filter that a selection stands for. */
  filterOf(selection: Selection): AccountFilter | undefined;
  /**
   * Reads a metric over many periods.
   *
   * @param question of a ledger and a selection that came from here
   */
  readEach(metric: AnyMetric, question: Question, periods: readonly Period[], today: Day): Promise<readonly Reading[]>;
  /** Gathers anything else that adds up over accounts, an entry a window. */
  gather<Facts>(source: Gathering<Facts>, question: Question, windows: readonly Window[]): Promise<readonly Facts[]>;
  /** How many accounts a selection stands for. */
  count(selection: Selection): Promise<number>;
}
