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
   * External ids of the accounts this person may see. For your own staff: `'all'`, or the book of a CSM, which is the accounts
   * whose trait "csm" is that id at the time of each request.
   * @default [] no account at all
   */
  readonly accounts?: 'all' | readonly string[] | { readonly csm: string };
  readonly scopes: readonly EmbedScope[];
  /**
   * Names of the kit's widgets, such as `MetricCard`. The token then sends the queries of these widgets and no others.
   * @default any query that its scopes allow
   */
  readonly widgets?: readonly string[];
  /**
   * Origin of the only pages that may use the token, such as `https://app.example.com`. A copied token is then of no use to the
   * pages of others.
   * @default any origin that the gateway lets in
   */
  readonly origin?: string;
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
  const { subject, scopes, accounts = [], widgets, origin, ttl = 900 } = check(options);
  const { workspace, keyId, privateKey } = readEmbedKey(options.key);
  const issuedAt = Math.floor(Date.now() / 1000);
  const claims = {
    acc: accounts === 'all' ? '*' : accounts,
    scp: scopes.join(' '),
    ...(widgets === undefined ? {} : { wid: [...widgets] }),
    ...(origin === undefined ? {} : { ori: origin }),
  };
  return new SignJWT(claims)
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
  const { subject, scopes, accounts = [], widgets, origin, ttl = 900 } = options;
  if (subject === '' || subject.length > 200)
    fail(
      'The token names nobody. Answers and revocation hang on the subject. Give your user’s id, 1 to 200 characters.',
    );
  if (scopes.length === 0) fail(`The token allows nothing. Give at least one scope of ${embedScopes.join(', ')}.`);
  for (const scope of scopes)
    if (!embedScopes.includes(scope)) fail(`"${scope}" is not a scope. Give some of ${embedScopes.join(', ')}.`);
  if (typeof accounts === 'object' && 'csm' in accounts && (typeof accounts.csm !== 'string' || accounts.csm === ''))
    fail('The token is for the book of nobody. It would show no account. Give the external id of a CSM as csm.');
  if (widgets !== undefined && (widgets.length === 0 || widgets.some((name) => !/^[A-Z][A-Za-z]{1,63}$/.test(name))))
    fail(
      'The token names no widgets, or words that are no names of widgets. It could send no query. Give names as they are imported, such as MetricCard, or leave widgets out.',
    );
  if (origin !== undefined && !isOrigin(origin))
    fail(
      `"${origin}" is not an origin. Browsers compare it letter by letter. Write scheme, host and port only, such as https://app.example.com.`,
    );
  if (Array.isArray(accounts) && accounts.length > mostAccounts)
    fail(
      `The token names ${accounts.length} accounts and can carry ${mostAccounts}. Name fewer, or give 'all' to your own staff.`,
    );
  if (!Number.isInteger(ttl) || ttl < 1 || ttl > longestTtl)
    fail(`The token would live ${ttl} seconds. A leaked token is open for that long. Give 1 to ${longestTtl}.`);
  return options;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text;
}
