import { importJWK, SignJWT } from 'jose';
import { EmbedError } from './embed-error.ts';
import { readEmbedKey } from './embed-key.ts';

/** What a token may allow. A widget needs only what it shows: cards `metrics:read`, a survey `surveys:respond`. */
export const embedScopes = ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond'] as const;

/** One of {@link embedScopes}. */
export type EmbedScope = (typeof embedScopes)[number];

/** What a token is minted for. */
export interface EmbedTokenOptions {
  /** The signing key of the workspace. Keep it on the server: whoever has it can see everything in the workspace. */
  readonly key: string;
  /** Who is looking: the host's own user id. Survey answers are kept under it. */
  readonly subject: string;
  /**
   * External ids of the accounts this person may see. `'all'` is for your own staff.
   * @default [] no account at all
   */
  readonly accounts?: 'all' | readonly string[];
  readonly scopes: readonly EmbedScope[];
  /**
   * Seconds the token lives, 1 to 3,600.
   * @default 900
   */
  readonly ttl?: number;
}

/** The longest a token may live, in seconds. */
export const longestTtl = 3_600;

/** The most accounts one token can name; past this the header outgrows what servers accept. */
export const mostAccounts = 100;

/** A token that must not be minted: nobody named, nothing allowed, or for too long. */
export class InvalidEmbedTokenOptions extends EmbedError {
  override readonly name = 'InvalidEmbedTokenOptions';
}

/**
 * Mints a short-lived token that lets a browser read one workspace's widgets. Call it on your own backend, for a user you
 * have authenticated, and hand the result to the kit's `fetchToken`.
 *
 * The token is a JWT signed with Ed25519; the gateway keeps only the public half of the key.
 *
 * @throws InvalidEmbedTokenOptions, InvalidEmbedKey
 * @example
 * const token = await createEmbedToken({ key, subject: 'user-17', accounts: ['acme'], scopes: ['metrics:read'] });
 */
export async function createEmbedToken(options: EmbedTokenOptions): Promise<string> {
  const { subject, scopes, accounts = [], ttl = 900 } = check(options);
  const { workspace, keyId, privateKey } = readEmbedKey(options.key);
  const issuedAt = Math.floor(Date.now() / 1000);
  return new SignJWT({ acc: accounts === 'all' ? '*' : [...accounts], scp: scopes.join(' ') })
    .setProtectedHeader({ alg: 'EdDSA', kid: keyId, typ: 'plimsoll-embed+jwt' })
    .setIssuer(workspace)
    .setAudience('plimsoll')
    .setSubject(subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + ttl)
    .sign(await importJWK(privateKey, 'EdDSA'));
}

function check(options: EmbedTokenOptions): EmbedTokenOptions {
  const fail = (message: string): never => {
    throw new InvalidEmbedTokenOptions(message);
  };
  const { subject, scopes, accounts = [], ttl = 900 } = options;
  if (subject === '' || subject.length > 200)
    fail(
      'The token names nobody. Answers and revocation hang on the subject. Give your user’s id, 1 to 200 characters.',
    );
  if (scopes.length === 0) fail(`The token allows nothing. Give at least one scope of ${embedScopes.join(', ')}.`);
  for (const scope of scopes)
    if (!embedScopes.includes(scope)) fail(`"${scope}" is not a scope. Give some of ${embedScopes.join(', ')}.`);
  if (accounts !== 'all' && accounts.length > mostAccounts)
    fail(
      `The token names ${accounts.length} accounts and can carry ${mostAccounts}. Name fewer, or give 'all' to your own staff.`,
    );
  if (!Number.isInteger(ttl) || ttl < 1 || ttl > longestTtl)
    fail(`The token would live ${ttl} seconds. A leaked token is open for that long. Give 1 to ${longestTtl}.`);
  return options;
}
