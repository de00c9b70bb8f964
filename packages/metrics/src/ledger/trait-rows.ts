import { Column } from './column.ts';
import type { TraitColumn } from './ledger.ts';

/** Values of accounts on their way into a column of codes. */
export class TraitRows {
  readonly #key: string;
  readonly #codes = new Map([['', 0]]);
  readonly #column = new Column();

  constructor(key: string) {
    this.#key = key;
  }

  /** Says an account's value; those of which nothing is said have `''`. */
  set(account: number, value: string): void {
    const code = this.#codes.get(value) ?? this.#codes.size;
    this.#codes.set(value, code);
    this.#column.set(account, code);
  }

  /** The column of `count` accounts. */
  column(count: number): TraitColumn {
    return { key: this.#key, codes: Uint32Array.from(this.#column.values(count)), values: [...this.#codes.keys()] };
  }
}
