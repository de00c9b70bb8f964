import type { webcrypto } from 'node:crypto';
import type { Actor } from './audit.ts';

/** A public or private key in JSON Web Key form. */
export type Jwk = webcrypto.JsonWebKey;

/** A key for signing embed tokens, as asked for. */
export interface EmbedKeyRequest {
  /** Name for people, 1 to 200 characters. Several keys can have the same name, so that one can replace another. */
  readonly name: string;
  /**
   * When the key stops working, in milliseconds since 1970-01-01T00:00Z; `null` for never.
   * @default null
   */
  readonly expiresAt?: number | null;
}

/** A key of a server, as asked for. */
export interface ApiKeyRequest extends EmbedKeyRequest {
  /** What its holder may do, such as `metrics:read`; `METRICS_READ` is read as the same. At least one. */
  readonly scopes: readonly string[];
}

/** A key as it can be listed: never with its secret. Instants are milliseconds since 1970-01-01T00:00Z. */
export interface EmbedKeyInfo {
  readonly keyId: string;
  readonly name: string;
  readonly createdAt: number;
  /** `null` for a key from before actors were recorded. */
  readonly createdBy: Actor | null;
  /** `null` for a key that does not expire. */
  readonly expiresAt: number | null;
  /** Recorded at most once a minute, so it can lag by a minute; `null` for a key that was never used. */
  readonly lastUsedAt: number | null;
  /** `null` for a key that was not revoked. */
  readonly revokedAt: number | null;
}

/** An API key as it can be listed. */
export interface ApiKeyInfo extends EmbedKeyInfo {
  readonly scopes: readonly string[];
}

/** A new API key. The secret is shown this once; only its hash is kept. */
export interface NewApiKey extends ApiKeyInfo {
  /** `plim_<workspace>_<keyId>_<secret>` */
  readonly secret: string;
}

/** An API key that an earlier request with the same idempotency key created. Its secret was returned then, and is not stored. */
export interface ReplayedApiKey extends ApiKeyInfo {
  readonly secret: null;
}

/** Who holds an API key. */
export interface ApiKeyHolder {
  readonly workspace: string;
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** A new key for signing embed tokens. The signing key is shown this once; only the public half is kept. */
export interface NewEmbedKey extends EmbedKeyInfo {
  /** `plimsoll_embed_` and base64url of `{ "w": workspace, "k": key id, "d": private Ed25519 JWK }`. */
  readonly signingKey: string;
}

/** An embed key that an earlier request with the same idempotency key created. Its private half was returned then, and is not stored. */
export interface ReplayedEmbedKey extends EmbedKeyInfo {
  readonly signingKey: null;
}

/** What an embed token's signature is checked with. */
export interface EmbedKey {
  readonly name: string;
  /** Ed25519. */
  readonly publicKey: Jwk;
}

/**
 * Which embed tokens to revoke: one by its id, all that a subject holds now, or all of the workspace that were issued before
 * an instant, in milliseconds since 1970-01-01T00:00Z.
 */
export type Revocation = { readonly jti: string } | { readonly subject: string } | { readonly before: number };

/** What of a token says whether it was revoked. */
export interface TokenIdentity {
  readonly jti?: string;
  readonly subject?: string;
  /** When it was issued, seconds since 1970-01-01T00:00Z as in a JWT's `iat`. */
  readonly issuedAt: number;
}
