import type { Ledger, TraitColumn } from './ledger.ts';

/** What stands between the tags of one account where they are written as one text. No tag holds it. */
export const tagSeparator = ';';

/** A set of tags as one text: each once, in order. The value of an account in the ledger's column of tags. */
export function joinTags(tags: Iterable<string>): string {
  return [...new Set(tags)].sort().join(tagSeparator);
}

/** The tags of one text; none for an empty one. */
export function splitTags(joined: string): readonly string[] {
  return joined === '' ? [] : joined.split(tagSeparator);
}

/** A column of tags in which no account has any. */
export function noTags(count: number): TraitColumn {
  return { key: 'tags', codes: new Uint32Array(count), values: [''] };
}

/** The tags of an account, in order. */
export function tagsOf({ accounts: { tags } }: Ledger, account: number): readonly string[] {
  return splitTags(tags.values[tags.codes[account] ?? 0] ?? '');
}
