import { expect, test } from 'vitest';
import type { ApiKeyRequest } from '../records/keys.ts';
import { describeBackends, today } from '../testing/backends.ts';

const noon = Date.parse(`${today}T12:00:00Z`);

describeBackends('API keys', (backend) => {
  test('authenticate for their own workspace until they are revoked', async () => {
    const workspace = await backend.freshWorkspace();
    const { keyId, secret } = await workspace.createApiKey({ name: 'Importer', scopes: ['data:write'] });
    const holder = { workspace: workspace.key, keyId, name: 'Importer', scopes: ['data:write'] };
    expect(secret.startsWith(`plim_${workspace.key}_${keyId}_`)).toBe(true);
    expect(await backend.store.authenticateApiKey(secret)).toEqual(holder);
    expect(await backend.store.authenticateApiKey(`${secret}x`)).toBeNull();
    expect(await backend.store.authenticateApiKey(secret.replace(workspace.key, 'nowhere'))).toBeNull();
    expect(await backend.store.authenticateApiKey('nonsense')).toBeNull();
    expect(await workspace.revokeApiKey(keyId)).toBe(true);
    expect(await workspace.revokeApiKey(keyId)).toBe(false);
    expect(await backend.store.authenticateApiKey(secret)).toBeNull();
  });

  test('store scopes in the canonical spelling, whichever of the two was given', async () => {
    const workspace = await backend.freshWorkspace();
    const { secret, scopes } = await workspace.createApiKey({
      name: 'All',
      scopes: ['ADMIN', 'surveys:respond', 'METRICS_READ', 'metrics:read', 'DATA_WRITE'],
    });
    expect(scopes).toEqual(['metrics:read', 'surveys:respond', 'data:write', 'admin']);
    expect((await backend.store.authenticateApiKey(secret))?.scopes).toEqual(scopes);
  });

  test.each<[string, Partial<ApiKeyRequest>, RegExp]>([
    ['scopes', { scopes: ['metrics:read', 'everything'] }, /"everything" is not a scope.*metrics:read, .*admin\.$/],
    ['scopes', { scopes: ['Metrics_Read'] }, /is not a scope/],
    ['scopes', { scopes: [] }, /no scopes/],
    ['name', { name: ' ' }, /no name/],
    ['name', { name: 'x'.repeat(201) }, /more than 200 characters/],
    ['name', { name: 'nul\0' }, /NUL/],
    ['expiresAt', { expiresAt: noon }, /in the past/],
    ['expiresAt', { expiresAt: Number.NaN }, /in the past/],
    ['expiresAt', { expiresAt: Date.UTC(10_000, 0) }, /after the year 9999/],
  ])('are refused where the %s of %j makes no sense', async (field, wrong, message) => {
    const workspace = await backend.freshWorkspace();
    const creating = workspace.createApiKey({ name: 'Key', scopes: ['metrics:read'], ...wrong });
    await expect(creating).rejects.toMatchObject({ name: 'InvalidSetting', field });
    await expect(creating).rejects.toThrow(message);
    expect(await workspace.apiKeys()).toEqual([]);
  });

  test('are listed with everything but their secrets, and only in their own workspace', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    const actor = { kind: 'apiKey', id: 'admin-key' } as const;
    const expiresAt = Date.UTC(9_999, 11, 31);
    const { secret, ...info } = await mine
      .actingAs(actor)
      .createApiKey({ name: 'x'.repeat(200), scopes: ['metrics:read'], expiresAt });
    expect(info).toEqual({
      keyId: expect.stringMatching(/^[0-9a-f]{12}$/),
      name: 'x'.repeat(200),
      scopes: ['metrics:read'],
      createdAt: noon,
      createdBy: actor,
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(await mine.apiKeys()).toEqual([info]);
    expect(JSON.stringify(await mine.apiKeys())).not.toContain(secret.split('_')[3]);
    expect(await theirs.apiKeys()).toEqual([]);
    expect(await theirs.revokeApiKey(info.keyId)).toBe(false);
    expect(await mine.revokeApiKey('nul\0')).toBe(false);
    expect(await backend.store.authenticateApiKey(secret)).not.toBeNull();
    await mine.revokeApiKey(info.keyId);
    expect(await mine.apiKeys()).toMatchObject([{ keyId: info.keyId, revokedAt: noon }]);
  });

  test('know when they were last used, without a write to the workspace', async () => {
    const workspace = await backend.freshWorkspace();
    const { keyId, secret } = await workspace.createApiKey({ name: 'Used', scopes: ['metrics:read'] });
    const unused = await workspace.createApiKey({ name: 'Unused', scopes: ['metrics:read'] });
    await backend.store.authenticateApiKey(`${unused.secret}x`);
    await backend.store.authenticateApiKey(secret);
    const lastUse = async (id: string) => (await workspace.apiKeys()).find((key) => key.keyId === id)?.lastUsedAt;
    await expect.poll(() => lastUse(keyId)).toBe(noon);
    expect(await lastUse(unused.keyId)).toBeNull();
    expect((await workspace.info()).revision).toBe('0');
  });

  test('can be 100 that are live, and no more', async () => {
    const workspace = await backend.freshWorkspace();
    const create = (no: number) => workspace.createApiKey({ name: `key ${no}`, scopes: ['metrics:read'] });
    const keys = [];
    for (let no = 0; no < 100; no++) keys.push(await create(no));
    await expect(create(100)).rejects.toMatchObject({ name: 'KeyLimitReached', message: /100 API keys/ });
    expect(await workspace.apiKeys()).toHaveLength(100);
    await workspace.revokeApiKey(keys[0]?.keyId ?? '');
    const last = await create(100);
    expect(await backend.store.authenticateApiKey(last.secret)).toMatchObject({ name: 'key 100' });
  });

  test('stay listed once revoked, the newest 100 of them', async () => {
    const workspace = await backend.freshWorkspace();
    const live = await workspace.createApiKey({ name: 'live', scopes: ['metrics:read'] });
    for (let no = 0; no < 101; no++) {
      const { keyId } = await workspace.createApiKey({ name: `key ${no}`, scopes: ['metrics:read'] });
      await workspace.revokeApiKey(keyId);
    }
    const listed = await workspace.apiKeys();
    expect(listed.filter(({ revokedAt }) => revokedAt !== null)).toHaveLength(100);
    expect(listed).toContainEqual(expect.objectContaining({ keyId: live.keyId, revokedAt: null }));
  });
});
