import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';

/** The day of what has not come to pass: later than any. */
export const never = 2_147_483_647;

/**
 * What accounts are to achieve, by account: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. An outcome has a row
 * for each value measured of it, oldest first, and one where none was; rows of an outcome stand together.
 */
export interface OutcomeColumns {
  readonly offsets: Uint32Array;
  /** The same number for rows of the same outcome of an account. */
  readonly outcomes: Int32Array;
  /** The day it is due. */
  readonly due: Int32Array;
  /** The day it was reached; {@link never} where it was not. */
  readonly reached: Int32Array;
  /** The day of the value; {@link never} in the row of an outcome without any. */
  readonly days: Int32Array;
  /** How far the value is from the baseline to the target, 0…1. */
  readonly progress: Float64Array;
}

/** An outcome as it enters the ledger. */
export interface LedgerOutcome {
  readonly due: Day;
  readonly reached?: Day;
  /** How far it was on which day, oldest first; 0…1. */
  readonly values?: readonly (readonly [day: Day, progress: number])[];
}

/** Outcomes on their way into a ledger. */
export class OutcomeTable {
  readonly #account = new Column();
  readonly #outcome = new Column();
  readonly #due = new Column();
  readonly #reached = new Column();
  readonly #day = new Column();
  readonly #progress = new Column();
  #count = 0;

  push(account: number, { due, reached = never, values = [] }: LedgerOutcome): void {
    this.#count++;
    for (const [day, progress] of values.length === 0 ? ([[never, 0]] as const) : values) {
      this.#account.push(account);
      this.#outcome.push(this.#count);
      this.#due.push(due);
      this.#reached.push(reached);
      this.#day.push(day);
      this.#progress.push(progress);
    }
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): OutcomeColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      outcomes: arrange(this.#outcome, Int32Array),
      due: arrange(this.#due, Int32Array),
      reached: arrange(this.#reached, Int32Array),
      days: arrange(this.#day, Int32Array),
      progress: arrange(this.#progress, Float64Array),
    };
  }
}
