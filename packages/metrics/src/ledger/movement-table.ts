import type { Day } from '../calendar/day.ts';
import { type MovementKind, movementCode } from '../movements/movement.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import type { MovementColumns } from './ledger.ts';

/** Movements on their way into a ledger. */
export class MovementTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #kind = new Column();
  readonly #amount = new Column();

  push(account: number, day: Day, kind: MovementKind, amount: number): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#kind.push(movementCode[kind]);
    this.#amount.push(amount);
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): MovementColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      kinds: arrange(this.#kind, Uint8Array),
      amounts: arrange(this.#amount, Float64Array),
    };
  }
}
