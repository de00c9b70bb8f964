import type { Day } from '../calendar/day.ts';
import { unknownDay } from './created-on.ts';
import type { AccountColumns } from './ledger.ts';
import { joinTags } from './tag-column.ts';
import { TraitRows } from './trait-rows.ts';

/** An account as it enters the ledger. */
export interface LedgerAccount {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly traits: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
  /** The day it was created, where that is known. */
  readonly createdOn?: Day;
  readonly unconverted?: boolean;
}

/** Accounts on their way into a ledger. */
export class AccountRows {
  readonly #ids: string[] = [];
  readonly #externalIds: string[] = [];
  readonly #names: string[] = [];
  readonly #unconverted: number[] = [];
  readonly #tags = new TraitRows('tags');
  readonly #created: number[] = [];
  readonly #indexOf = new Map<string, number>();
  readonly #traits = new Map<string, TraitRows>();

  get count(): number {
    return this.#ids.length;
  }

  /** Adds an account and returns its index. */
  push(account: LedgerAccount): number {
    const index = this.#ids.length;
    this.#ids.push(account.id);
    this.#externalIds.push(account.externalId);
    this.#names.push(account.name);
    this.#unconverted.push(account.unconverted === true ? 1 : 0);
    this.#indexOf.set(account.id, index);
    for (const [key, value] of Object.entries(account.traits)) {
      const trait = this.#traits.get(key) ?? new TraitRows(key);
      this.#traits.set(key, trait);
      trait.set(index, value);
    }
    this.#tags.set(index, joinTags(account.tags ?? []));
    this.#created.push(account.createdOn ?? unknownDay);
    return index;
  }

  /** Index of an account by its id; `undefined` for one that was not added. */
  indexOf(id: string): number | undefined {
    return this.#indexOf.get(id);
  }

  columns(): AccountColumns {
    const count = this.count;
    return {
      count,
      ids: this.#ids,
      externalIds: this.#externalIds,
      names: this.#names,
      traits: new Map([...this.#traits].map(([key, rows]) => [key, rows.column(count)])),
      tags: this.#tags.column(count),
      created: Int32Array.from(this.#created),
      unconverted: Uint8Array.from(this.#unconverted),
    };
  }
}
