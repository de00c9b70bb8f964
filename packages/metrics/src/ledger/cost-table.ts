import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import type { CostRows } from './ledger.ts';

/** Costs on their way into a ledger. */
export class CostTable {
  readonly #account = new Column();
  readonly #category = new Column();
  readonly #start = new Column();
  readonly #end = new Column();
  readonly #amount = new Column();

  push(account: number, category: number, startsOn: Day, endsOn: Day, amount: number): void {
    this.#account.push(account);
    this.#category.push(category);
    this.#start.push(startsOn);
    this.#end.push(endsOn);
    this.#amount.push(amount);
  }

  /** The rows as they came. */
  inOrder(): CostRows {
    const count = this.#account.length;
    return {
      categories: Uint8Array.from(this.#category.values(count)),
      starts: Int32Array.from(this.#start.values(count)),
      ends: Int32Array.from(this.#end.values(count)),
      amounts: Float64Array.from(this.#amount.values(count)),
    };
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): CostRows & { readonly offsets: Uint32Array } {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      categories: arrange(this.#category, Uint8Array),
      starts: arrange(this.#start, Int32Array),
      ends: arrange(this.#end, Int32Array),
      amounts: arrange(this.#amount, Float64Array),
    };
  }
}
