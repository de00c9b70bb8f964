import { GatewayError } from '../errors/gateway-error.ts';
import type { Scope } from './scope.ts';

/** Who asks, as proven by a token or key. The workspace comes from here and from nowhere else. */
export interface Viewer {
  readonly workspace: string;
  /** The host's user, for embed tokens; `null` for an API key. */
  readonly subject: string | null;
  /** Tells credentials of the workspace apart: `key:` and the id of an API key, or `token:`, the id of its signing key, `:` and its own id for an embed token. */
  readonly credential: string;
  readonly scopes: ReadonlySet<Scope>;
  /** External ids of the accounts in reach. */
  readonly accounts: 'all' | ReadonlySet<string>;
  /** Milliseconds since 1970; `null` for keys, which last until revoked. */
  readonly expiresAt: number | null;
}

/** Throws FORBIDDEN unless the viewer holds the scope. */
export function requireScope(viewer: Viewer, scope: Scope): void {
  if (viewer.scopes.has(scope)) return;
  throw new GatewayError(
    'FORBIDDEN',
    `This needs the scope "${scope}", which the token or key does not carry. Mint one with it, or leave the field out.`,
  );
}

/**
 * Throws FORBIDDEN unless the viewer may read of accounts at all. A token that can only answer surveys is in the hands of
 * anybody who is asked one, often without an account of its own.
 */
export function requireAccountScope(viewer: Viewer): void {
  if (!viewer.scopes.has('metrics:read')) requireScope(viewer, 'accounts:read');
}
