import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import type { TraitHistoryColumns } from './trait-history.ts';

/** What traits were, on its way into a ledger. */
export class TraitHistoryRows {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #trait = new Column();
  readonly #value = new Column();
  readonly #keys = new Map<string, number>();
  readonly #texts = new Map([['', 0]]);

  /** Adds a value; those of one account must come oldest first. */
  push(account: number, key: string, from: Day, value: string): void {
    this.#account.push(account);
    this.#day.push(from);
    this.#trait.push(codeOf(this.#keys, key));
    this.#value.push(codeOf(this.#texts, value));
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): TraitHistoryColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      traits: arrange(this.#trait, Uint16Array),
      values: arrange(this.#value, Uint32Array),
      keys: [...this.#keys.keys()],
      texts: [...this.#texts.keys()],
    };
  }
}

function codeOf(codes: Map<string, number>, text: string): number {
  const code = codes.get(text) ?? codes.size;
  codes.set(text, code);
  return code;
}
