import type { JWK } from 'jose';
import { EmbedError } from './embed-error.ts';

/** A signing key as the gateway hands it out, once, to a host's backend. */
export interface EmbedKey {
  readonly workspace: string;
  readonly keyId: string;
  readonly privateKey: JWK;
}

const prefix = 'plimsoll_embed_';

/** A string that is not an embed key. */
export class InvalidEmbedKey extends EmbedError {
  override readonly name = 'InvalidEmbedKey';
}

/**
 * Reads the key string that `plimsoll` printed when the key was made.
 *
 * @throws InvalidEmbedKey where the string is not such a key, or not whole. The message never repeats the key.
 */
export function readEmbedKey(key: string): EmbedKey {
  const invalid = new InvalidEmbedKey(
    `The embed key does not read as one: it begins with "${prefix}" and is a single line. Tokens cannot be signed without it. Copy the whole key again, or make a new one.`,
  );
  if (!key.startsWith(prefix)) throw invalid;
  try {
    const fields: unknown = JSON.parse(atob(key.slice(prefix.length).replaceAll('-', '+').replaceAll('_', '/')));
    if (
      typeof fields === 'object' &&
      fields !== null &&
      'w' in fields &&
      typeof fields.w === 'string' &&
      'k' in fields &&
      typeof fields.k === 'string' &&
      'd' in fields &&
      typeof fields.d === 'object' &&
      fields.d !== null
    ) {
      return { workspace: fields.w, keyId: fields.k, privateKey: fields.d };
    }
  } catch {
    throw invalid;
  }
  throw invalid;
}
