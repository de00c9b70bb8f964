import type { Day } from '../calendar/day.ts';
import type { Commitment } from '../recognition/commitment.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';

/**
 * What is known of accounts' future, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. A row holds from
 * its day until the next. Annualised minor units of the reporting currency, whole numbers.
 */
export interface CommitmentColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** The part of the balance that somebody asked to cancel and that has not ended yet. */
  readonly setToCancel: Float64Array;
  /** What is signed and starts later; negative where less was signed in place of what an account pays. */
  readonly signed: Float64Array;
}

/** Commitments on their way into a ledger. */
export class CommitmentTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #setToCancel = new Column();
  readonly #signed = new Column();

  push(account: number, { day, setToCancel, signed }: Commitment): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#setToCancel.push(setToCancel);
    this.#signed.push(signed);
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): CommitmentColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      setToCancel: arrange(this.#setToCancel, Float64Array),
      signed: arrange(this.#signed, Float64Array),
    };
  }
}

/** What was known of an account's future on the day before `day`. */
export function commitmentBefore(
  { offsets, days, setToCancel, signed }: CommitmentColumns,
  account: number,
  day: Day,
): Omit<Commitment, 'day'> {
  for (let row = (offsets[account + 1] ?? 0) - 1; row >= (offsets[account] ?? 0); row--) {
    if ((days[row] ?? 0) < day) return { setToCancel: setToCancel[row] ?? 0, signed: signed[row] ?? 0 };
  }
  return { setToCancel: 0, signed: 0 };
}
