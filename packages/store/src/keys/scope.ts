/** Scopes that an API key can carry, in their canonical spelling. */
export const apiKeyScopes = [
  'metrics:read',
  'accounts:read',
  'surveys:read',
  'surveys:respond',
  'data:write',
  'admin',
] as const;

/** One of {@link apiKeyScopes}. */
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/**
 * Parses a scope, written as `metrics:read` or as its name in the graph, `METRICS_READ`. Case counts.
 *
 * @returns the canonical spelling; `undefined` for a word that is no scope
 */
export function parseScope(word: string): ApiKeyScope | undefined {
  return apiKeyScopes.find((scope) => scope === word || scope.replace(':', '_').toUpperCase() === word);
}
