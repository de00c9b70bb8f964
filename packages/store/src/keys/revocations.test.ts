import { expect, test } from 'vitest';
import { ChangeFeed } from '../changes/change-feed.ts';
import { openWorkspace } from '../open-workspace.ts';
import { describeBackends, today } from '../testing/backends.ts';
import { describeSessions } from '../testing/sessions.ts';
import { Session } from '../transactions/session.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';
import { isRevoked } from './revocations.ts';

const noon = Date.parse(`${today}T12:00:00Z`);

describeBackends('revocations', (backend) => {
  test('are of one token, or of everything that a subject holds', async () => {
    const workspace = await backend.freshWorkspace();
    const issuedAt = Date.parse('2026-06-15T11:00:00Z') / 1_000;
    const revoked = (token: { readonly jti?: string; readonly subject?: string }, after = 0) =>
      backend.store.isRevoked(workspace.key, { ...token, issuedAt: issuedAt + after });
    await workspace.revokeTokens({ jti: 't1' });
    await workspace.revokeTokens({ subject: 'ann' });
    await expect(workspace.revokeTokens({ jti: '' })).rejects.toMatchObject({ name: 'InvalidSetting', field: 'jti' });
    // Multi-byte and hardly compressible, as large as an index entry can be.
    const long = Array.from({ length: 500 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7_919) % 20_000))).join('');
    await workspace.revokeTokens({ subject: long });
    expect(await revoked({ subject: long })).toBe(true);
    await expect(workspace.revokeTokens({ subject: `${long}x` })).rejects.toMatchObject({ field: 'subject' });
    expect(await backend.store.isRevoked(workspace.key, { issuedAt: 0 })).toBe(false);
    expect(await revoked({ jti: 't1', subject: 'bob' })).toBe(true);
    expect(await revoked({ jti: 't2', subject: 'ann' })).toBe(true);
    expect(await revoked({ jti: 't2', subject: 'bob' })).toBe(false);
    expect(await revoked({ jti: 't3', subject: 'ann' }, 7_200)).toBe(false);
    expect(await revoked({ jti: 'nul\0', subject: 'half \ud83d' })).toBe(false);
    expect(await workspace.survey('nul\0')).toBeNull();
    expect(await workspace.lastResponse('nul\0', 'ann')).toBeNull();
    await expect(backend.store.workspace('nul\0').info()).rejects.toMatchObject({ name: 'UnknownWorkspace' });
    expect(await backend.store.isRevoked('nowhere', { jti: 't1', issuedAt })).toBe(false);
  });

  test('are of everything issued before an instant, in one workspace', async () => {
    const [mine, theirs] = [await backend.freshWorkspace(), await backend.freshWorkspace()];
    const before = Date.parse('2026-06-15T11:00:00Z');
    const revoked = (issuedAt: number, workspace = mine) =>
      backend.store.isRevoked(workspace.key, { jti: 't', subject: 'ann', issuedAt });
    await mine.revokeTokens({ before });
    expect(await revoked(before / 1_000 - 1)).toBe(true);
    expect(await revoked(before / 1_000)).toBe(false);
    expect(await revoked(before / 1_000 - 1, theirs)).toBe(false);
    // A token of the same second may be older than the instant: it is revoked.
    await mine.revokeTokens({ before: before + 1 });
    expect(await revoked(before / 1_000)).toBe(true);
    expect(await revoked(before / 1_000 + 1)).toBe(false);
    await mine.revokeTokens({ before: 0 });
    expect(await revoked(before / 1_000)).toBe(true);
    await mine.revokeTokens({ before: noon });
    expect([await revoked(noon / 1_000 - 1), await revoked(noon / 1_000)]).toEqual([true, false]);
  });

  test.each([noon + 1, -1, Number.NaN])('refuse the instant %d', async (before) => {
    const workspace = await backend.freshWorkspace();
    await expect(workspace.revokeTokens({ before })).rejects.toMatchObject({ name: 'InvalidSetting', field: 'before' });
    expect(await backend.store.isRevoked(workspace.key, { issuedAt: 0 })).toBe(false);
  });
});

describeSessions('revocations as time goes by', (session) => {
  test('by id and subject are forgotten after a day, and those by an instant never', async () => {
    await createWorkspace(session(), { key: 'aged', name: 'Aged', currency: 'USD', timeZone: 'UTC' });
    const at = (now: number) => new Session(session().backend, () => now, new ChangeFeed());
    const workspace = openWorkspace(at(noon), 'aged');
    await workspace.revokeTokens({ jti: 'old' });
    await workspace.revokeTokens({ before: noon });
    const token = { jti: 'old', issuedAt: noon / 1_000 };
    await openWorkspace(at(noon + 86_400_000), 'aged').revokeTokens({ jti: 'other' });
    expect(await isRevoked(session(), 'aged', token)).toBe(true);
    await openWorkspace(at(noon + 86_401_000), 'aged').revokeTokens({ jti: 'another' });
    expect(await isRevoked(session(), 'aged', token)).toBe(false);
    expect(await isRevoked(session(), 'aged', { ...token, issuedAt: noon / 1_000 - 1 })).toBe(true);
  });
});
