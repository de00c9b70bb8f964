import { InvalidSetting } from '../errors.ts';
import type { EmbedKeyRequest } from '../records/keys.ts';
import { isStorable } from '../schema/storable-text.ts';
import { type ApiKeyScope, apiKeyScopes, parseScope } from './scope.ts';

/** What a key of a workspace can have, and how many keys a workspace can have. */
export const keyLimits = {
  /** Keys of one kind, API keys or embed keys, that are neither revoked nor expired. */
  live: 100,
  /** Revoked and expired keys of one kind that stay listed; older ones are deleted. */
  ended: 100,
  /** Characters of a name. */
  nameLength: 200,
} as const;

/** The first millisecond of the year 10000, from which on dates have another form. */
const endOfTime = Date.UTC(10_000, 0);

/** Checks name and expiry of a key. @throws InvalidSetting with the `field` that is wrong */
export function checkKey({ name, expiresAt = null }: EmbedKeyRequest, now: number): void {
  if (name.trim() === '') {
    throw new InvalidSetting(
      'InvalidSetting: the key has no name. Nobody could tell later what it is for. Give it one.',
      'name',
    );
  }
  if (name.length > keyLimits.nameLength || !isStorable(name)) {
    throw new InvalidSetting(
      `InvalidSetting: the name of the key has more than ${keyLimits.nameLength} characters, or holds a NUL or half a character. It could not be kept or shown. Give a shorter one of plain text.`,
      'name',
    );
  }
  if (expiresAt === null || (expiresAt > now && expiresAt < endOfTime)) return;
  throw new InvalidSetting(
    'InvalidSetting: the key would expire in the past, or after the year 9999. It could not be used, or its expiry not be stored. Give an instant in the future, or none.',
    'expiresAt',
  );
}

/** Reads scopes in either spelling, each once, in canonical order. @throws InvalidSetting for none, and for unknown ones */
export function checkScopes(words: readonly string[]): readonly ApiKeyScope[] {
  const known = `Give some of ${apiKeyScopes.join(', ')}.`;
  if (words.length === 0) {
    throw new InvalidSetting(`InvalidSetting: the API key has no scopes. It could do nothing. ${known}`, 'scopes');
  }
  const scopes = new Set(
    words.map((word) => {
      const scope = parseScope(word);
      if (scope !== undefined) return scope;
      throw new InvalidSetting(
        `InvalidSetting: ${JSON.stringify(word.slice(0, 100))} is not a scope. The key would not allow what it is meant to. ${known}`,
        'scopes',
      );
    }),
  );
  return apiKeyScopes.filter((scope) => scopes.has(scope));
}
