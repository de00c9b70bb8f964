import { createEmbedToken } from '@plimsoll/embed';
import { openStore } from '@plimsoll/store';
import { importJWK, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../create-gateway.ts';
import { type Harbor, noon, openHarbor, post } from '../../testing/harbor.ts';

let harbor: Harbor;
let admin: string;
let adminId: string;
let rivalAdmin: string;
beforeAll(async () => {
  harbor = await openHarbor();
  const created = await harbor.harbor.createApiKey({ name: 'admin', scopes: ['admin'] });
  [admin, adminId] = [created.secret, created.keyId];
  rivalAdmin = (await harbor.rival.createApiKey({ name: 'admin', scopes: ['admin'] })).secret;
});
afterAll(() => harbor.close());

const keyFields = 'keyId name state createdAt createdBy { kind id } expiresAt lastUsedAt revokedAt';

const createApiKey = `mutation ($name: String!, $scopes: [Scope!]!, $expiresAt: DateTime) {
  createApiKey(name: $name, scopes: $scopes, expiresAt: $expiresAt) {
    __typename
    ... on CreateApiKeyPayload { secret apiKey { ${keyFields} scopes } }
    ... on InvalidSettingError { field message }
    ... on Failure { message }
  }
}`;

const createEmbedKey = `mutation ($name: String!, $expiresAt: DateTime) {
  createEmbedKey(name: $name, expiresAt: $expiresAt) {
    __typename
    ... on CreateEmbedKeyPayload { signingKey embedKey { ${keyFields} } }
    ... on InvalidSettingError { field message }
    ... on Failure { message }
  }
}`;

const revokeTokens = `mutation ($tokens: RevokeTokensInput!) {
  revokeTokens(tokens: $tokens) {
    __typename
    ... on RevokeTokensPayload { revokedAt }
    ... on InvalidSettingError { field message }
  }
}`;

async function change(mutation: string, variables: object, token = admin) {
  const { data, errors } = await harbor.ask(mutation, variables, { token });
  expect(errors).toBeUndefined();
  return Object.values(data)[0] as never;
}

const create = async (variables: object, token = admin): Promise<{ secret: string; apiKey: { keyId: string } }> =>
  change(createApiKey, variables, token);

const revokeApiKey = (keyId: string, token = admin) =>
  change(
    `mutation ($keyId: String!) { revokeApiKey(keyId: $keyId) { __typename ... on RevokeKeyPayload { revoked } ... on Failure { message } } }`,
    { keyId },
    token,
  );

const status = async (token: string) => (await harbor.ask('{ viewer { subject } }', {}, { token })).status;

describe('API keys', () => {
  it('are created with a secret that is returned once, and may do what their scopes allow', async () => {
    const created = await create({ name: 'etl', scopes: ['METRICS_READ', 'METRICS_READ'] });
    expect(created).toEqual({
      __typename: 'CreateApiKeyPayload',
      secret: expect.stringMatching(/^plim_harbor_/),
      apiKey: {
        keyId: expect.any(String),
        name: 'etl',
        state: 'ACTIVE',
        scopes: ['METRICS_READ'],
        createdAt: new Date(noon).toISOString(),
        createdBy: { kind: 'API_KEY', id: adminId },
        expiresAt: null,
        lastUsedAt: null,
        revokedAt: null,
      },
    });
    const token = created.secret;
    const { data } = await harbor.ask('{ viewer { scopes } portfolio { metric(key: MRR) { value } } }', {}, { token });
    expect(data).toMatchObject({ viewer: { scopes: ['METRICS_READ'] }, portfolio: { metric: { value: 1_050 } } });
    const list = async () =>
      (await harbor.ask(`{ apiKeys { ${keyFields} scopes } }`, {}, { token: admin })).data.apiKeys;
    expect(await list()).toContainEqual(expect.objectContaining({ keyId: created.apiKey.keyId, state: 'ACTIVE' }));
    expect(JSON.stringify(await list())).not.toContain(created.secret.split('_')[3]);
    await expect
      .poll(async () => (await list()).find((key: { keyId: string }) => key.keyId === created.apiKey.keyId)?.lastUsedAt)
      .toBe(new Date(noon).toISOString());
    expect(await revokeApiKey(created.apiKey.keyId)).toEqual({ __typename: 'RevokeKeyPayload', revoked: true });
    expect(await revokeApiKey(created.apiKey.keyId)).toEqual({ __typename: 'RevokeKeyPayload', revoked: false });
    expect(await status(token)).toBe(401);
    expect(await list()).toContainEqual(
      expect.objectContaining({ keyId: created.apiKey.keyId, state: 'REVOKED', revokedAt: expect.any(String) }),
    );
  });

  it('are refused from the instant at which they expire', async () => {
    let now = noon;
    const store = await openStore({ dataDir: 'memory', now: () => now });
    await store.createWorkspace({ key: 'harbor', name: 'Harbor', currency: 'USD', timeZone: 'UTC' });
    const other = await store
      .workspace('harbor')
      .createApiKey({ name: 'short', scopes: ['admin'], expiresAt: now + 1 });
    const gateway = createGateway({ store, now: () => now });
    const query = '{ apiKeys { state } }';
    expect((await post(gateway, { query }, other.secret)).data.apiKeys).toEqual([{ state: 'ACTIVE' }]);
    now += 1;
    expect((await post(gateway, { query }, other.secret)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const fresh = await store.workspace('harbor').createApiKey({ name: 'fresh', scopes: ['admin'] });
    expect((await post(gateway, { query }, fresh.secret)).data.apiKeys).toContainEqual({ state: 'EXPIRED' });
    await gateway.dispose();
    await store.close();
  });

  it('cannot revoke themselves', async () => {
    expect(await revokeApiKey(adminId)).toEqual({
      __typename: 'OwnKeyError',
      message: expect.stringMatching(/another key/),
    });
    expect(await status(admin)).toBe(200);
    const second = await create({ name: 'second', scopes: ['ADMIN'] });
    const third = await create({ name: 'third', scopes: ['ADMIN'] }, second.secret);
    expect(await revokeApiKey(second.apiKey.keyId, third.secret)).toMatchObject({ revoked: true });
    expect(await status(second.secret)).toBe(401);
  });

  it.each([
    ['name', { name: ' ', scopes: ['ADMIN'] }],
    ['scopes', { name: 'none', scopes: [] }],
    ['expiresAt', { name: 'past', scopes: ['ADMIN'], expiresAt: new Date(noon).toISOString() }],
    ['expiresAt', { name: 'far', scopes: ['ADMIN'], expiresAt: '+010000-01-01T00:00:00Z' }],
  ])('are refused as data where the %s of %j makes no sense', async (field, variables) => {
    expect(await create(variables)).toMatchObject({ __typename: 'InvalidSettingError', field });
  });

  it('are refused by the graph with a scope that there is none of', async () => {
    for (const scope of ['EVERYTHING', 'metrics:read']) {
      const { errors } = await harbor.ask(createApiKey, { name: 'x', scopes: [scope] }, { token: admin });
      expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    }
  });

  it('are 100 at most', async () => {
    await harbor.store.createWorkspace({ key: 'full', name: 'Full', currency: 'USD', timeZone: 'UTC' });
    const full = harbor.store.workspace('full');
    const { secret } = await full.createApiKey({ name: 'admin', scopes: ['admin'] });
    for (let no = 1; no < 100; no++) await full.createApiKey({ name: `${no}`, scopes: ['metrics:read'] });
    expect(await create({ name: 'one more', scopes: ['ADMIN'] }, secret)).toMatchObject({
      __typename: 'KeyLimitError',
      message: expect.stringMatching(/100 API keys/),
    });
    const { data, errors } = await harbor.ask(`{ apiKeys { ${keyFields} scopes } }`, {}, { token: secret });
    expect(errors).toBeUndefined();
    expect(data.apiKeys).toHaveLength(100);
  });
});

describe('embed keys', () => {
  it('replace one another without an interruption', async () => {
    const real = Date.now;
    const mint = async (key: string) => {
      Date.now = () => noon;
      try {
        return await createEmbedToken({ key, subject: 'ann', scopes: ['metrics:read'] });
      } finally {
        Date.now = real;
      }
    };
    type Created = { signingKey: string; embedKey: { keyId: string } };
    const before: Created = await change(createEmbedKey, { name: 'site' });
    const old = await mint(before.signingKey);
    const after: Created = await change(createEmbedKey, { name: 'site' });
    expect(after).toMatchObject({ embedKey: { name: 'site', state: 'ACTIVE', createdBy: { id: adminId } } });
    const fresh = await mint(after.signingKey);
    expect([await status(old), await status(fresh)]).toEqual([200, 200]);
    const revoke = `mutation ($keyId: String!) { revokeEmbedKey(keyId: $keyId) { revoked } }`;
    expect(await change(revoke, { keyId: before.embedKey.keyId })).toEqual({ revoked: true });
    expect(await change(revoke, { keyId: before.embedKey.keyId })).toEqual({ revoked: false });
    expect([await status(old), await status(fresh)]).toEqual([401, 200]);
    const list = async () =>
      (await harbor.ask('{ embedKeys { keyId state lastUsedAt } }', {}, { token: admin })).data.embedKeys;
    await expect
      .poll(list)
      .toContainEqual({ keyId: after.embedKey.keyId, state: 'ACTIVE', lastUsedAt: new Date(noon).toISOString() });
    const text = JSON.stringify(await list());
    expect(text).toContain('REVOKED');
    expect(text).not.toContain(after.signingKey);
  });

  it('are not used by a token that only names them', async () => {
    const { embedKey }: { embedKey: { keyId: string } } = await change(createEmbedKey, { name: 'unused' });
    const head = Buffer.from(JSON.stringify({ alg: 'EdDSA', kid: embedKey.keyId, typ: 'plimsoll-embed+jwt' }));
    const [, claims, signature] = (await harbor.token()).split('.');
    expect(await status(`${head.toString('base64url')}.${claims}.${signature}`)).toBe(401);
    await harbor.harbor.info();
    const keys = await harbor.harbor.embedKeys();
    expect(keys.find(({ keyId }) => keyId === embedKey.keyId)?.lastUsedAt).toBeNull();
  });
});

describe('tokens', () => {
  it('are revoked by id, by subject, or by the instant at which they were issued', async () => {
    await harbor.store.createWorkspace({ key: 'leaky', name: 'Leaky', currency: 'USD', timeZone: 'UTC' });
    const leaky = harbor.store.workspace('leaky');
    const { secret } = await leaky.createApiKey({ name: 'admin', scopes: ['admin'] });
    const { signingKey } = await leaky.createEmbedKey({ name: 'site' });
    const issued = (seconds: number, subject: string) =>
      sign(signingKey, { subject, issuedAt: noon / 1_000 + seconds });
    const [early, late, bob] = [await issued(-60, 'ann'), await issued(-30, 'ann'), await issued(-30, 'bob')];
    const revoke = (tokens: object) => change(revokeTokens, { tokens }, secret);
    expect(await revoke({ before: new Date(noon - 30_000).toISOString() })).toEqual({
      __typename: 'RevokeTokensPayload',
      revokedAt: new Date(noon).toISOString(),
    });
    expect([await status(early), await status(late), await status(bob)]).toEqual([401, 200, 200]);
    await revoke({ subject: 'ann' });
    expect([await status(late), await status(bob)]).toEqual([401, 200]);
    await revoke({ jti: JSON.parse(Buffer.from(bob.split('.')[1] ?? '', 'base64url').toString()).jti });
    expect(await status(bob)).toBe(401);
    expect(await status(await harbor.token())).toBe(200);
    for (const [field, tokens] of [
      ['jti', { jti: 'x'.repeat(501) }],
      ['subject', { subject: '' }],
      ['before', { before: new Date(noon + 1_000).toISOString() }],
    ] as const)
      expect(await revoke(tokens)).toMatchObject({ __typename: 'InvalidSettingError', field });
    for (const tokens of [{}, { jti: 'x', subject: 'y' }]) {
      const { errors } = await harbor.ask(revokeTokens, { tokens }, { token: secret });
      expect(errors?.[0]?.extensions.code).toBe('BAD_REQUEST');
    }
  });

  it('never carry admin, whatever a host signs', async () => {
    const { signingKey } = await harbor.harbor.createEmbedKey({ name: 'greedy' });
    const token = await sign(signingKey, { scopes: 'metrics:read data:write admin ADMIN', issuedAt: noon / 1_000 });
    const { data } = await harbor.ask('{ viewer { scopes } }', {}, { token });
    expect(data.viewer.scopes).toEqual(['METRICS_READ']);
    const { errors } = await harbor.ask('{ apiKeys { keyId } }', {}, { token });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('keys', () => {
  it('are managed by holders of admin alone', async () => {
    const all = ['metrics:read', 'accounts:read', 'surveys:read', 'surveys:respond', 'data:write'];
    const { secret } = await harbor.harbor.createApiKey({ name: 'all but admin', scopes: all });
    for (const token of [secret, await harbor.token()]) {
      for (const [document, variables] of [
        ['{ apiKeys { keyId } }', {}],
        ['{ embedKeys { keyId } }', {}],
        ['{ auditLog { nodes { id } } }', {}],
        [createApiKey, { name: 'x', scopes: ['METRICS_READ'] }],
        [createEmbedKey, { name: 'x' }],
        ['mutation { revokeApiKey(keyId: "x") { __typename } }', {}],
        ['mutation { revokeEmbedKey(keyId: "x") { __typename } }', {}],
        [revokeTokens, { tokens: { subject: 'ann' } }],
      ] as const) {
        const { errors } = await harbor.ask(document, variables, { token });
        expect([document, errors?.[0]?.extensions.code]).toEqual([document, 'FORBIDDEN']);
      }
    }
    expect(await status(await harbor.token())).toBe(200);
  });

  it('of another tenant read as absent, and stay as they are', async () => {
    const rival = await harbor.rival.createEmbedKey({ name: 'rival site' });
    const api = await create({ name: 'rival etl', scopes: ['METRICS_READ'] }, rivalAdmin);
    expect(await revokeApiKey(api.apiKey.keyId)).toMatchObject({ revoked: false });
    expect(
      await change(`mutation ($keyId: String!) { revokeEmbedKey(keyId: $keyId) { revoked } }`, { keyId: rival.keyId }),
    ).toEqual({ revoked: false });
    expect(await status(api.secret)).toBe(200);
    const { data } = await harbor.ask('{ apiKeys { name } embedKeys { name } }', {}, { token: admin });
    expect(JSON.stringify(data)).not.toContain('rival');
  });
});

/** Signs claims as a host could that does not use createEmbedToken(). */
async function sign(
  signingKey: string,
  { subject = 'ann', scopes = 'metrics:read', issuedAt }: { subject?: string; scopes?: string; issuedAt: number },
): Promise<string> {
  const packed = Buffer.from(signingKey.replace('plimsoll_embed_', ''), 'base64url').toString();
  const { w, k, d } = JSON.parse(packed);
  const key = await importJWK(d, 'EdDSA');
  return new SignJWT({ acc: '*', scp: scopes })
    .setProtectedHeader({ alg: 'EdDSA', kid: k, typ: 'plimsoll-embed+jwt' })
    .setIssuer(w)
    .setAudience('plimsoll')
    .setSubject(subject)
    .setJti(crypto.randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + 900)
    .sign(key);
}
