import type { Store } from '@plimsoll/store';
import { decodeJwt, decodeProtectedHeader, errors, importJWK, type JWTPayload, jwtVerify } from 'jose';
import { GatewayError } from '../errors/gateway-error.ts';
import { isTokenScope } from './scope.ts';
import type { AccountReach, Viewer } from './viewer.ts';

/** The longest life a token may claim, in seconds. */
const longestLife = 3_600;

/** How far the clocks of a host and this machine may be apart, in seconds. */
const clockTolerance = 10;

// One answer for every kind of wrong token: which part was wrong is of use to forgers only.
const invalid = (): GatewayError =>
  new GatewayError(
    'UNAUTHENTICATED',
    'The embed token is not valid here. Mint it with createEmbedToken() and a key of this workspace.',
    401,
  );

/**
 * Checks an embed token and tells who it stands for. The key is looked up by the workspace and key id that the token
 * names, and the signature then has to hold under that key, so naming another workspace gains nothing.
 *
 * @throws GatewayError UNAUTHENTICATED or TOKEN_EXPIRED
 */
export async function verifyEmbedToken(token: string, store: Store, now: number): Promise<Viewer> {
  const claimed = readUnverified(token);
  const key = await store.embedKey(claimed.workspace, claimed.keyId);
  if (key === null) throw invalid();
  const payload = await verify(token, await importJWK(key.publicKey, 'EdDSA'), claimed.workspace, now);
  const { sub, jti, iat, exp, acc, scp, wid, ori } = payload;
  if (typeof sub !== 'string' || typeof jti !== 'string' || iat === undefined || exp === undefined) throw invalid();
  if (exp - iat > longestLife || typeof scp !== 'string') throw invalid();
  // A token from the future would outlive the revocations of its subject.
  if (iat > now / 1_000 + clockTolerance) throw invalid();
  if (await store.isRevoked(claimed.workspace, { jti, subject: sub, issuedAt: iat })) throw invalid();
  store.noteEmbedKeyUse(claimed.workspace, claimed.keyId);
  const accounts = accountsOf(acc);
  return {
    workspace: claimed.workspace,
    subject: sub,
    keyId: claimed.keyId,
    credential: `token:${claimed.keyId}:${jti}`,
    holder: `subject ${sub}`,
    scopes: new Set(scp.split(' ').filter(isTokenScope)),
    accounts,
    staff: accounts.kind !== 'ACCOUNTS',
    widgets: widgetsOf(wid),
    origin: originOf(ori),
    expiresAt: exp * 1000,
  };
}

function readUnverified(token: string): { readonly workspace: string; readonly keyId: string } {
  try {
    const { kid } = decodeProtectedHeader(token);
    const { iss } = decodeJwt(token);
    if (typeof kid === 'string' && typeof iss === 'string') return { workspace: iss, keyId: kid };
  } catch {
    throw invalid();
  }
  throw invalid();
}

async function verify(token: string, key: CryptoKey | Uint8Array, issuer: string, now: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer,
      audience: 'plimsoll',
      algorithms: ['EdDSA'],
      typ: 'plimsoll-embed+jwt',
      clockTolerance,
      currentDate: new Date(now),
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) {
      throw new GatewayError('TOKEN_EXPIRED', 'The embed token has expired. Fetch a new one from your backend.', 401);
    }
    throw invalid();
  }
}

/** Names in a claim; `null` for a token without the claim. */
function widgetsOf(claim: unknown): ReadonlySet<string> | null {
  if (claim === undefined) return null;
  if (Array.isArray(claim) && claim.every((name) => typeof name === 'string')) return new Set(claim);
  throw invalid();
}

function originOf(claim: unknown): string | null {
  if (claim === undefined) return null;
  if (typeof claim === 'string') return claim;
  throw invalid();
}

function accountsOf(claim: unknown): AccountReach {
  if (claim === '*') return { kind: 'ALL' };
  if (typeof claim === 'object' && claim !== null && 'csm' in claim && typeof claim.csm === 'string') {
    return { kind: 'BOOK', csm: claim.csm };
  }
  if (Array.isArray(claim) && claim.every((id) => typeof id === 'string')) {
    return { kind: 'ACCOUNTS', externalIds: new Set(claim) };
  }
  throw invalid();
}
