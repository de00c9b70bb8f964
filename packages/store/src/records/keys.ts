import type { webcrypto } from 'node:crypto';

/** A public or private key in JSON Web Key form. */
export type Jwk = webcrypto.JsonWebKey;

/** A key of a server, as asked for. */
export interface ApiKeyRequest {
  readonly name: string;
  /** What its holder may do, such as `METRICS_READ`. */
  readonly scopes: readonly string[];
}

/** A new API key. The secret is shown this once; only its hash is kept. */
export interface NewApiKey {
  readonly keyId: string;
  /** `plim_<workspace>_<keyId>_<secret>` */
  readonly secret: string;
}

/** Who holds an API key. */
export interface ApiKeyHolder {
  readonly workspace: string;
  readonly keyId: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

/** A new key for signing embed tokens. The signing key is shown this once; only the public half is kept. */
export interface NewEmbedKey {
  readonly keyId: string;
  /** `plimsoll_embed_` and base64url of `{ "w": workspace, "k": key id, "d": private Ed25519 JWK }`. */
  readonly signingKey: string;
}

/** What an embed token's signature is checked with. */
export interface EmbedKey {
  readonly name: string;
  /** Ed25519. */
  readonly publicKey: Jwk;
}

/** Which embed tokens to revoke: one by its id, or all that a subject holds now. */
export type Revocation = { readonly jti: string } | { readonly subject: string };

/** What of a token says whether it was revoked. */
export interface TokenIdentity {
  readonly jti?: string;
  readonly subject?: string;
  /** When it was issued, seconds since 1970-01-01T00:00Z as in a JWT's `iat`. */
  readonly issuedAt: number;
}
