import type { Day } from '../calendar/day.ts';

/** A half-open range: at least `atLeast`, and below `below`; a side that is absent is open. */
export interface Range {
  readonly atLeast?: number;
  readonly below?: number;
}

/** Which accounts a question is about. An empty `and` holds for every account, an empty `or` for none. */
export type AccountFilter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly AccountFilter[] }
  | { readonly kind: 'not'; readonly of: AccountFilter }
  /** The trait has one of these values, now or on a day; `''` stands for accounts without it. */
  | { readonly kind: 'trait'; readonly key: string; readonly in: readonly string[]; readonly on?: Day }
  /** Tags: at least one of `any`, every one of `all`, not one of `none`; a part that is absent says nothing. */
  | {
      readonly kind: 'tags';
      readonly any?: readonly string[];
      readonly all?: readonly string[];
      readonly none?: readonly string[];
    }
  /** Served by one of these CSMs, by external id; with `none`, those that no known CSM serves too. */
  | { readonly kind: 'csm'; readonly in: readonly string[]; readonly none: boolean }
  /** The account is in one of these stages on a day; `''` stands for accounts in none. */
  | { readonly kind: 'stage'; readonly in: readonly string[]; readonly on: Day }
  /** The account is one of these, by internal id. */
  | { readonly kind: 'accounts'; readonly ids: readonly string[] }
  /** The name or external id contains this, whatever the case. */
  | { readonly kind: 'search'; readonly text: string }
  /** Recurring revenue that covers a day, in annualised minor units. */
  | { readonly kind: 'revenue'; readonly on: Day; readonly range: Range }
  /** The health score on a day; accounts without one are in no range. */
  | { readonly kind: 'health'; readonly on: Day; readonly range: Range }
  /** The health band on a day, by key; `''` stands for accounts without a score. */
  | { readonly kind: 'band'; readonly on: Day; readonly in: readonly string[] }
  /** The day of the first payment; accounts that never paid are in no range. */
  | { readonly kind: 'customerSince'; readonly range: Range }
  /** The day the account was lost, as of a day; accounts that pay on it, or never paid by then, are in no range. */
  | { readonly kind: 'churned'; readonly on: Day; readonly range: Range }
  /** The day the account was created; accounts of which it is not known are in no range. */
  | { readonly kind: 'created'; readonly range: Range };
