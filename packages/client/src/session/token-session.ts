import { TokenError } from '../errors/token-error.ts';
import { type TokenLifetime, tokenLifetime } from './token-lifetime.ts';

/**
 * Asks the host's own backend for an embed token and resolves to it as a string. Called once however many widgets
 * wait, again before the token expires, and again when the gateway refuses it.
 *
 * @example
 * const fetchToken: FetchToken = async () => (await fetch('/api/plimsoll-token', { method: 'POST' })).text();
 */
export type FetchToken = () => Promise<string>;

/** Holds one embed token for all widgets. Keeps no timer: a token is renewed when it is asked for and its time is near. */
export interface TokenSession {
  /** Resolves to a token that is not known to be expired or refused. Rejects with a {@link TokenError}. */
  readonly token: () => Promise<string>;
  /**
   * Says that the gateway refused `token`, so the next {@link token} call fetches a new one. A token that has been
   * replaced in the meantime is left alone: many refused requests lead to one renewal.
   */
  readonly refuse: (token: string) => void;
}

/** Starts a session with no token; the first request fetches one. */
export function createTokenSession(fetchToken: FetchToken, now: () => number = Date.now): TokenSession {
  let current: (TokenLifetime & { readonly token: string }) | undefined;
  let pending: Promise<string> | undefined;

  const fetchOnce = (): Promise<string> => {
    pending ??= askHost(fetchToken)
      .then((token) => {
        current = { token, ...tokenLifetime(token, now()) };
        return token;
      })
      .finally(() => {
        pending = undefined;
      });
    return pending;
  };

  return {
    token: async () => {
      if (!current || now() >= current.expiresAt) return fetchOnce();
      // A failed background renewal costs nothing yet: this token still works, and the next request tries again.
      if (now() >= current.refreshAt) fetchOnce().catch(() => undefined);
      return current.token;
    },
    refuse: (token) => {
      if (current?.token === token) current = undefined;
    },
  };
}

async function askHost(fetchToken: FetchToken): Promise<string> {
  let token: unknown;
  try {
    token = await fetchToken();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new TokenError(
      `fetchToken failed: ${reason}. Without a token no widget can load. Check the endpoint of your backend that mints embed tokens; the next request tries again.`,
      { cause },
    );
  }
  if (typeof token === 'string' && token !== '') return token;
  throw new TokenError(
    'fetchToken resolved to something that is not a token. Without a token no widget can load. Resolve to the embed token itself, a non-empty string.',
  );
}
