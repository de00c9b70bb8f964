import type { Store } from '@plimsoll/store';
import { GatewayError } from '../errors/gateway-error.ts';
import { verifyEmbedToken } from './embed-token.ts';
import { isScope } from './scope.ts';
import type { Viewer } from './viewer.ts';

const bearer = /^Bearer +(\S{1,16384})$/i;

/**
 * Tells who a request comes from: an API key (`plim_…`) or an embed token, in the `Authorization` header and nowhere
 * else, so that no cookie and no address can stand in for one.
 *
 * @throws GatewayError UNAUTHENTICATED or TOKEN_EXPIRED
 */
export async function authenticate(request: Request, store: Store, now: number): Promise<Viewer> {
  const credential = bearer.exec(request.headers.get('authorization') ?? '')?.[1];
  if (credential === undefined) {
    throw new GatewayError(
      'UNAUTHENTICATED',
      'The request carries no token. Send "Authorization: Bearer …" with an embed token or an API key.',
      401,
    );
  }
  if (!credential.startsWith('plim_')) return verifyEmbedToken(credential, store, now);
  const key = await store.authenticateApiKey(credential);
  if (key === null) {
    throw new GatewayError(
      'UNAUTHENTICATED',
      'The API key is unknown, has expired or was revoked. Create a new one.',
      401,
    );
  }
  return {
    workspace: key.workspace,
    subject: null,
    credential: `key:${key.keyId}`,
    holder: `key ${key.keyId}`,
    keyId: key.keyId,
    scopes: new Set(key.scopes.filter(isScope)),
    accounts: { kind: 'ALL' },
    staff: true,
    widgets: null,
    origin: null,
    expiresAt: null,
  };
}
