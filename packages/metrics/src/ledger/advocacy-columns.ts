import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';

/** How a customer speaks for the product, in the order of their codes. */
export const advocacyKinds = ['reference', 'referral', 'review', 'caseStudy'] as const;

/** One of {@link advocacyKinds}. */
export type AdvocacyKind = (typeof advocacyKinds)[number];

/** Acts of advocacy, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
export interface AdvocacyColumns {
  readonly offsets: Uint32Array;
  readonly days: Int32Array;
  /** Codes: indexes of {@link advocacyKinds}. */
  readonly kinds: Uint8Array;
}

/** Acts of advocacy on their way into a ledger. */
export class AdvocacyTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #kind = new Column();

  push(account: number, day: Day, kind: AdvocacyKind): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#kind.push(advocacyKinds.indexOf(kind));
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): AdvocacyColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return { offsets, days: arrange(this.#day, Int32Array), kinds: arrange(this.#kind, Uint8Array) };
  }
}
