import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import type { SeatColumns } from './ledger.ts';

/** Licensed seats on their way into a ledger. */
export class SeatTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #seats = new Column();

  push(account: number, day: Day, seats: number): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#seats.push(seats);
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): SeatColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return { offsets, days: arrange(this.#day, Int32Array), seats: arrange(this.#seats, Int32Array) };
  }
}
