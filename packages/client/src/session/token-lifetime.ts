/** When a token should be exchanged for a new one and when it stops working, in milliseconds since the epoch. */
export interface TokenLifetime {
  /** From here on a new token is fetched in the background while this one is still used. */
  readonly refreshAt: number;
  /** From here on this token is not sent any more. */
  readonly expiresAt: number;
}

const NEVER: TokenLifetime = { refreshAt: Number.POSITIVE_INFINITY, expiresAt: Number.POSITIVE_INFINITY };

/**
 * Reads a JWT's `iat` and `exp` without verifying it: only the gateway can do that. The refresh is due at 80% of the
 * life or 30 s before its end, whichever is first, but never in the first half of a very short life. A token without a
 * readable `exp` (an API key, say) never counts as expired. Where this machine's clock makes a fresh token look expired
 * already, the token's own span from `iat` to `exp` counts from now, so a wrong clock does not cause a refresh storm.
 *
 * @param token the token as `fetchToken` gave it
 * @param now milliseconds since the epoch
 */
export function tokenLifetime(token: string, now: number): TokenLifetime {
  const { iat, exp } = claimsOf(token);
  if (exp === undefined) return NEVER;
  const span = iat !== undefined && exp > iat ? (exp - iat) * 1000 : 0;
  const expiresAt = exp * 1000 > now ? exp * 1000 : now + span;
  const left = expiresAt - now;
  return { expiresAt, refreshAt: now + Math.max(left / 2, Math.min(left * 0.8, left - 30_000)) };
}

function claimsOf(token: string): { readonly iat?: number | undefined; readonly exp?: number | undefined } {
  try {
    const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
    const claims: { iat?: unknown; exp?: unknown } = JSON.parse(atob(payload));
    return { iat: finite(claims.iat), exp: finite(claims.exp) };
  } catch {
    return {};
  }
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
