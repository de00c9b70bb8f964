import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from './create-gateway.ts';
import { type Harbor, noon, openHarbor, post } from './testing/harbor.ts';

let harbor: Harbor;
beforeAll(async () => {
  harbor = await openHarbor();
});
afterAll(() => harbor.close());

const who = '{ viewer { workspace { key } subject scopes allAccounts accountsInReach expiresAt } }';

describe('embed tokens', () => {
  it('say who asks, for which workspace, and what they may see', async () => {
    const token = await harbor.token({ subject: 'user-17', accounts: ['acme', 'nobody'], scopes: ['metrics:read'] });
    const { status, data } = await harbor.ask(who, {}, { token });
    expect(status).toBe(200);
    expect(data.viewer).toEqual({
      workspace: { key: 'harbor' },
      subject: 'user-17',
      scopes: ['METRICS_READ'],
      allAccounts: false,
      accountsInReach: 1,
      expiresAt: new Date(noon + 900_000).toISOString(),
    });
  });

  it.each([
    ['no token', async () => null, 'UNAUTHENTICATED'],
    ['rubbish', async () => 'rubbish', 'UNAUTHENTICATED'],
    ['an unknown API key', async () => 'plim_harbor_k_nothing', 'UNAUTHENTICATED'],
    ['one changed on the way', async () => tampered(await harbor.token({ accounts: [] })), 'UNAUTHENTICATED'],
    ['one signed by somebody else', () => forged({}), 'UNAUTHENTICATED'],
    ['one without a signature', unsigned, 'UNAUTHENTICATED'],
    ['one whose life was made longer', async () => prolonged(await harbor.token()), 'UNAUTHENTICATED'],
  ])('refuses %s', async (_, mint, code) => {
    const { status, data, errors } = await harbor.ask(who, {}, { token: await mint() });
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors?.[0]?.extensions.code).toBe(code);
    expect(errors?.[0]?.extensions.requestId).toEqual(expect.any(String));
  });

  it('tells an expired token apart, so that a client fetches a new one', async () => {
    const late = await openHarbor({ now: () => noon + 3_600_000 });
    const { status, errors } = await late.ask(who);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'TOKEN_EXPIRED']);
    await late.close();
  });

  it('may come from a clock that is ten seconds ahead, and from no later one', async () => {
    const token = await harbor.token();
    for (const [behind, status] of [
      [10_000, 200],
      [11_000, 401],
    ] as const) {
      const gateway = createGateway({ store: harbor.store, now: () => noon - behind });
      const { status: answered, errors } = await post(gateway, { query: who }, token);
      expect([behind, answered, errors?.[0]?.extensions.code]).toEqual([
        behind,
        status,
        status === 200 ? undefined : 'UNAUTHENTICATED',
      ]);
      await gateway.dispose();
    }
  });

  it('cannot speak for another workspace by naming it', async () => {
    const rival = await harbor.rivalToken();
    const { data } = await harbor.ask(who, {}, { token: rival });
    expect(data.viewer.workspace.key).toBe('rival');
    const [head, , signature] = rival.split('.');
    const claims = Buffer.from(JSON.stringify({ ...claimsOf(rival), iss: 'harbor' })).toString('base64url');
    const { status } = await harbor.ask(who, {}, { token: `${head}.${claims}.${signature}` });
    expect(status).toBe(401);
  });

  it('stop working once revoked, one by one or all of a subject', async () => {
    const token = await harbor.token({ subject: 'leaver' });
    expect((await harbor.ask(who, {}, { token })).status).toBe(200);
    await harbor.harbor.revokeTokens({ subject: 'leaver' });
    expect((await harbor.ask(who, {}, { token })).status).toBe(401);
    const other = await harbor.token({ subject: 'stayer' });
    await harbor.harbor.revokeTokens({ jti: String(claimsOf(other).jti) });
    expect((await harbor.ask(who, {}, { token: other })).status).toBe(401);
  });
});

describe('API keys', () => {
  it('see every account, carry their scopes and stand for no person', async () => {
    const { secret, keyId } = await harbor.harbor.createApiKey({ name: 'etl', scopes: ['metrics:read'] });
    const { data } = await harbor.ask(who, {}, { token: secret });
    expect(data.viewer).toMatchObject({ subject: null, scopes: ['METRICS_READ'], allAccounts: true, expiresAt: null });
    await harbor.harbor.revokeApiKey(keyId);
    expect((await harbor.ask(who, {}, { token: secret })).status).toBe(401);
  });
});

describe('scopes', () => {
  it.each([
    ['metrics', '{ portfolio { metric(key: MRR) { value } } }', 'metrics:read'],
    ['health', '{ account(externalId: "acme") { health { score } } }', 'metrics:read'],
    ['the list of accounts', '{ accounts { totalCount } }', 'accounts:read'],
    [
      'the accounts behind a number',
      '{ portfolio { metric(key: MRR) { contributors { totalCount } } } }',
      'accounts:read',
    ],
    ['scores', '{ survey(key: "relationship") { score { value } } }', 'surveys:read'],
    ['comments', '{ survey(key: "relationship") { responses { nodes { comment } } } }', 'surveys:read'],
    ['being asked', '{ survey(key: "relationship") { eligibility { eligible } } }', 'surveys:respond'],
  ])('%s need theirs', async (_, query, scope) => {
    const all = ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond'] as const;
    const token = await harbor.token({ scopes: all.filter((other) => other !== scope) });
    const refused = await harbor.ask(query, {}, { token });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(refused.errors?.[0]?.message).toContain(scope);
    expect((await harbor.ask(query)).errors).toBeUndefined();
  });
});

function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
}

function tampered(token: string): string {
  const [head, , signature] = token.split('.');
  return `${head}.${Buffer.from(JSON.stringify({ ...claimsOf(token), acc: '*' })).toString('base64url')}.${signature}`;
}

function prolonged(token: string): string {
  const [head, , signature] = token.split('.');
  const claims = { ...claimsOf(token), exp: Math.floor(noon / 1000) + 3000 };
  return `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${signature}`;
}

async function unsigned(): Promise<string> {
  const [, claims] = (await harbor.token()).split('.');
  return `${Buffer.from('{"alg":"none","typ":"plimsoll-embed+jwt","kid":"k"}').toString('base64url')}.${claims}.`;
}

async function forged(claims: object): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  const real = await harbor.token();
  const head = JSON.parse(Buffer.from(real.split('.')[0] ?? '', 'base64url').toString());
  return new SignJWT({ ...claimsOf(real), ...claims })
    .setProtectedHeader({ ...head, jwk: await exportJWK(privateKey) })
    .sign(privateKey);
}
