/** What a viewer may do, as tokens and keys carry it. */
export const scopes = ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond', 'data:write'] as const;

/** One of {@link scopes}. */
export type Scope = (typeof scopes)[number];

/** Whether a word is a scope; unknown ones in a token allow nothing. */
export function isScope(word: string): word is Scope {
  return scopes.some((scope) => scope === word);
}
