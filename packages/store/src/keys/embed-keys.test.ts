import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { describeBackends, today } from '../testing/backends.ts';
import { freshDatabase } from '../testing/postgres.ts';

const noon = Date.parse(`${today}T12:00:00Z`);

describeBackends('embed keys', (backend) => {
  test('sign what their public half verifies', async () => {
    const workspace = await backend.freshWorkspace();
    const { keyId, signingKey } = await workspace.createEmbedKey({ name: 'site' });
    const key = await backend.store.embedKey(workspace.key, keyId);
    const packed = Buffer.from(signingKey.replace('plimsoll_embed_', ''), 'base64url').toString();
    const { w, k, d } = JSON.parse(packed);
    expect([w, k]).toEqual([workspace.key, keyId]);
    const message = Buffer.from('message');
    const signature = sign(null, message, createPrivateKey({ key: d, format: 'jwk' }));
    const publicKey = createPublicKey({ key: { ...key?.publicKey }, format: 'jwk' });
    expect(verify(null, message, publicKey, signature)).toBe(true);
    expect(key?.publicKey).not.toHaveProperty('d');
    expect(JSON.stringify(await workspace.embedKeys())).not.toContain(d.d);
  });

  test('replace one another without an interruption: new one created, old one revoked', async () => {
    const workspace = await backend.freshWorkspace();
    const before = await workspace.createEmbedKey({ name: 'site' });
    const after = await workspace.createEmbedKey({ name: 'site' });
    const works = async (keyId: string) => (await backend.store.embedKey(workspace.key, keyId)) !== null;
    expect([await works(before.keyId), await works(after.keyId)]).toEqual([true, true]);
    expect(await workspace.revokeEmbedKey(before.keyId)).toBe(true);
    expect(await workspace.revokeEmbedKey(before.keyId)).toBe(false);
    expect([await works(before.keyId), await works(after.keyId)]).toEqual([false, true]);
    expect(await workspace.embedKeys()).toContainEqual(expect.objectContaining({ name: 'site', revokedAt: noon }));
  });

  test('are those of their own workspace', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    const { keyId } = await mine.createEmbedKey({ name: 'site' });
    expect(await backend.store.embedKey(theirs.key, keyId)).toBeNull();
    expect(await theirs.embedKeys()).toEqual([]);
    expect(await theirs.revokeEmbedKey(keyId)).toBe(false);
    expect(await backend.store.embedKey(mine.key, keyId)).not.toBeNull();
    expect(await backend.store.embedKey(mine.key, 'nul\0')).toBeNull();
    expect(await backend.store.embedKey('nul\0', 'key')).toBeNull();
  });

  test('know when a token of theirs was last verified', async () => {
    const workspace = await backend.freshWorkspace();
    const { keyId } = await workspace.createEmbedKey({ name: 'site' });
    await backend.store.embedKey(workspace.key, keyId);
    expect((await workspace.embedKeys())[0]?.lastUsedAt).toBeNull();
    backend.store.noteEmbedKeyUse(workspace.key, keyId);
    backend.store.noteEmbedKeyUse('nul\0', keyId);
    await expect.poll(async () => (await workspace.embedKeys())[0]?.lastUsedAt).toBe(noon);
    expect((await workspace.info()).revision).toBe('0');
  });

  test('can be 100 that are live, and no more', async () => {
    const workspace = await backend.freshWorkspace();
    for (let no = 0; no < 100; no++) await workspace.createEmbedKey({ name: 'site' });
    await expect(workspace.createEmbedKey({ name: 'site' })).rejects.toMatchObject({
      name: 'KeyLimitReached',
      message: /100 embed keys/,
    });
    await expect(workspace.createEmbedKey({ name: '' })).rejects.toMatchObject({
      name: 'InvalidSetting',
      field: 'name',
    });
  });
});

test('a key that one server revokes is refused by another at once', async () => {
  const databaseUrl = await freshDatabase();
  const [one, other] = [await openStore({ databaseUrl }), await openStore({ databaseUrl })];
  try {
    await one.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
    const { keyId } = await one.workspace('acme').createEmbedKey({ name: 'site' });
    const { secret, keyId: apiKeyId } = await one.workspace('acme').createApiKey({ name: 'etl', scopes: ['admin'] });
    expect(await other.embedKey('acme', keyId)).not.toBeNull();
    expect(await other.authenticateApiKey(secret)).not.toBeNull();
    await one.workspace('acme').revokeEmbedKey(keyId);
    await one.workspace('acme').revokeApiKey(apiKeyId);
    expect(await other.embedKey('acme', keyId)).toBeNull();
    expect(await other.authenticateApiKey(secret)).toBeNull();
  } finally {
    await Promise.all([one.close(), other.close()]);
  }
});
