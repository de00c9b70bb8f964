import { type ApiKeyScope, apiKeyScopes } from '@plimsoll/store';

/** What a viewer may do, as tokens and keys carry it. */
export const scopes: readonly ApiKeyScope[] = apiKeyScopes;

/** One of {@link scopes}. */
export type Scope = ApiKeyScope;

/** Whether a word is a scope; unknown ones in a token allow nothing. */
export function isScope(word: string): word is Scope {
  return scopes.some((scope) => scope === word);
}

/** Scopes that only API keys can carry. Browsers never write records or manage keys, whatever a host signs. */
const apiKeysOnly: ReadonlySet<Scope> = new Set<Scope>(['data:write', 'admin']);

/** Whether a word is a scope that an embed token can carry. */
export function isTokenScope(word: string): word is Scope {
  return isScope(word) && !apiKeysOnly.has(word);
}
