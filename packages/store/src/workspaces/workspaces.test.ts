import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { defaultPolicy } from '@plimsoll/metrics';
import { expect, test } from 'vitest';
import { describeBackends } from '../testing/backends.ts';

describeBackends('workspaces', (backend) => {
  test('are made once, listed, and hold their settings', async () => {
    const settings = { key: 'harbor', name: 'Harbor', currency: 'EUR', timeZone: 'Europe/Berlin' };
    const made = await backend.store.createWorkspace({ ...settings, policy: { minimumSample: 10 } });
    expect(made).toEqual({
      ...settings,
      fiscalYearStartsIn: 1,
      internalTraits: [],
      policy: { ...defaultPolicy, minimumSample: 10 },
      targets: {},
      revision: '0',
    });
    await expect(backend.store.createWorkspace(settings)).rejects.toMatchObject({ name: 'WorkspaceExists' });
    expect(await backend.store.listWorkspaces()).toContainEqual({ key: 'harbor', name: 'Harbor' });

    const workspace = backend.store.workspace('harbor');
    const targets = { NRR: { value: 1.1, watch: 1 } };
    expect(await workspace.setTargets(targets)).toMatchObject({ targets, revision: '1' });
    expect((await workspace.setPolicy({ nrrMethod: 'trailing12Cohort' })).policy).toEqual({
      ...defaultPolicy,
      nrrMethod: 'trailing12Cohort',
    });
  });

  test('say in which month their fiscal year starts', async () => {
    const workspace = await backend.freshWorkspace({ fiscalYearStartsIn: 7 });
    expect((await workspace.info()).fiscalYearStartsIn).toBe(7);
    expect(await workspace.setFiscalYear(2)).toMatchObject({ fiscalYearStartsIn: 2, revision: '1' });
    for (const month of [0, 13, 1.5, Number.NaN])
      await expect(workspace.setFiscalYear(month)).rejects.toThrow(/InvalidSetting: .*from 1 to 12/);
  });

  test('take switches within their range, and null where none is a value', async () => {
    const workspace = await backend.freshWorkspace({ policy: { ltvCapMonths: null, ltvChurnMonths: 60 } });
    expect((await workspace.info()).policy).toMatchObject({ ltvCapMonths: null, ltvChurnMonths: 60 });
    for (const policy of [{ ltvChurnMonths: 61 }, { ltvCapMonths: 0 }, { minimumSample: null }] as const) {
      // What comes from outside need not be what its type says.
      await expect(workspace.setPolicy(policy as object)).rejects.toThrow(/InvalidSetting: .*Give a whole number/);
    }
  });

  test('refuse settings that make no sense', async () => {
    const fine = { key: 'fine', name: 'Fine', currency: 'USD', timeZone: 'UTC' };
    for (const change of [
      { key: 'Bad_Key' },
      { key: '' },
      { name: ' ' },
      { currency: 'usd' },
      { timeZone: 'Mars/Olympus' },
      { fiscalYearStartsIn: 0 },
      { policy: { minimumSample: 0 } },
      { policy: { userAdoptionAtLeast: 5 } },
      { policy: { userAdoptionWeeks: 2 } },
    ])
      await expect(backend.store.createWorkspace({ ...fine, ...change })).rejects.toMatchObject({
        name: 'InvalidSetting',
      });
    const workspace = await backend.freshWorkspace();
    await expect(workspace.setTargets({ NRR: { value: Number.NaN } })).rejects.toMatchObject({
      name: 'InvalidSetting',
    });
  });

  test('API keys open their own workspace until revoked', async () => {
    const workspace = await backend.freshWorkspace();
    const { keyId, secret } = await workspace.createApiKey({ name: 'Importer', scopes: ['DATA_WRITE'] });
    const holder = { workspace: workspace.key, keyId, name: 'Importer', scopes: ['DATA_WRITE'] };
    expect(secret.startsWith(`plim_${workspace.key}_${keyId}_`)).toBe(true);
    expect(await backend.store.authenticateApiKey(secret)).toEqual(holder);
    expect(await backend.store.authenticateApiKey(`${secret}x`)).toBeNull();
    expect(await backend.store.authenticateApiKey(secret.replace(workspace.key, 'nowhere'))).toBeNull();
    expect(await backend.store.authenticateApiKey('nonsense')).toBeNull();
    expect(await workspace.revokeApiKey(keyId)).toBe(true);
    expect(await workspace.revokeApiKey(keyId)).toBe(false);
    expect(await backend.store.authenticateApiKey(secret)).toBeNull();
  });

  test('embed keys sign what their public half verifies, and one of a name replaces the other', async () => {
    const workspace = await backend.freshWorkspace();
    const first = await workspace.createEmbedKey({ name: 'site' });
    const { keyId, signingKey } = await workspace.createEmbedKey({ name: 'site' });
    expect(await backend.store.embedKey(workspace.key, first.keyId)).toBeNull();
    const key = await backend.store.embedKey(workspace.key, keyId);
    const packed = Buffer.from(signingKey.replace('plimsoll_embed_', ''), 'base64url').toString();
    const { w, k, d } = JSON.parse(packed);
    expect([w, k]).toEqual([workspace.key, keyId]);
    const message = Buffer.from('message');
    const signature = sign(null, message, createPrivateKey({ key: d, format: 'jwk' }));
    const publicKey = createPublicKey({ key: { ...key?.publicKey }, format: 'jwk' });
    expect(verify(null, message, publicKey, signature)).toBe(true);
    expect(key?.publicKey).not.toHaveProperty('d');
    expect(await workspace.revokeEmbedKey(keyId)).toBe(true);
    expect(await backend.store.embedKey(workspace.key, keyId)).toBeNull();
  });

  test('tokens are revoked one by one or by subject', async () => {
    const workspace = await backend.freshWorkspace();
    const issuedAt = Date.parse('2026-06-15T11:00:00Z') / 1_000;
    const revoked = (token: { readonly jti?: string; readonly subject?: string }, after = 0) =>
      backend.store.isRevoked(workspace.key, { ...token, issuedAt: issuedAt + after });
    await workspace.revokeTokens({ jti: 't1' });
    await workspace.revokeTokens({ subject: 'ann' });
    await expect(workspace.revokeTokens({ jti: '' })).rejects.toMatchObject({ name: 'InvalidSetting' });
    expect(await backend.store.isRevoked(workspace.key, { issuedAt: 0 })).toBe(false);
    expect(await revoked({ jti: 't1', subject: 'bob' })).toBe(true);
    expect(await revoked({ jti: 't2', subject: 'ann' })).toBe(true);
    expect(await revoked({ jti: 't2', subject: 'bob' })).toBe(false);
    expect(await revoked({ jti: 't3', subject: 'ann' }, 7_200)).toBe(false);
    expect(await revoked({ jti: 'nul\0', subject: 'half \ud83d' })).toBe(false);
    expect(await backend.store.embedKey(workspace.key, 'nul\0')).toBeNull();
    expect(await backend.store.embedKey('nul\0', 'key')).toBeNull();
    expect(await workspace.survey('nul\0')).toBeNull();
    expect(await workspace.lastResponse('nul\0', 'ann')).toBeNull();
    await expect(backend.store.workspace('nul\0').info()).rejects.toMatchObject({ name: 'UnknownWorkspace' });
    expect(await backend.store.isRevoked('nowhere', { jti: 't1', issuedAt })).toBe(false);
  });
});
