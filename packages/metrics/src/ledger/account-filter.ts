/** Which accounts a question is about. An empty `and` holds for every account, an empty `or` for none. */
export type AccountFilter =
  | { readonly kind: 'and' | 'or'; readonly of: readonly AccountFilter[] }
  | { readonly kind: 'not'; readonly of: AccountFilter }
  /** The trait has one of these values; `''` stands for accounts without it. */
  | { readonly kind: 'trait'; readonly key: string; readonly in: readonly string[] }
  /** The account is one of these, by internal id. */
  | { readonly kind: 'accounts'; readonly ids: readonly string[] };
