import type { Scope } from './scope.ts';

/**
 * Which accounts a token or key may read of.
 *
 * - `ALL`: every account of the workspace, and what belongs to no account;
 * - `ACCOUNTS`: the accounts of these external ids, for pages that customers see;
 * - `BOOK`: the accounts whose trait "csm" is this CSM's external id at the moment, for the CSM.
 */
export type AccountReach =
  | { readonly kind: 'ALL' }
  | { readonly kind: 'ACCOUNTS'; readonly externalIds: ReadonlySet<string> }
  | { readonly kind: 'BOOK'; readonly csm: string };

/** Who sends a request, as proven by a token or key. The workspace comes from here and from nowhere else. */
export interface Viewer {
  readonly workspace: string;
  /** The host's user, for embed tokens; `null` for an API key. */
  readonly subject: string | null;
  /** The credential within its workspace: `key:` and the id of an API key, or `token:`, the id of its signing key, `:` and the token's own id. */
  readonly credential: string;
  /** What quotas and idempotency keys belong to: the API key, or the subject of embed tokens, whichever token it holds. */
  readonly holder: string;
  /** Id of the API key, or of the embed key that signed the token. */
  readonly keyId: string;
  readonly scopes: ReadonlySet<Scope>;
  readonly accounts: AccountReach;
  /**
   * Whether the holder works for the workspace: its reach is `ALL` or `BOOK`. What a workspace keeps about its customers
   * (segments, CSMs, internal traits, costs) is not for tokens of some accounts, which are shown to those customers.
   */
  readonly staff: boolean;
  /** Names of the widgets whose operations alone may be sent; `null` for any operation. */
  readonly widgets: ReadonlySet<string> | null;
  /** The origin of the only pages that may use the token; `null` for any. */
  readonly origin: string | null;
  /** Milliseconds since 1970; `null` for keys, which last until revoked. */
  readonly expiresAt: number | null;
}
