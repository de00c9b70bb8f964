import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../open-store.ts';
import type { ChangeEvent, Store } from '../store.ts';
import { describeBackends } from '../testing/backends.ts';
import { freshDatabase } from '../testing/postgres.ts';
import type { WorkspaceStore } from '../workspace-store.ts';

/** Each revokes something and names it. */
const revocations: readonly (readonly [string, (workspace: WorkspaceStore) => Promise<string>])[] = [
  [
    'a token',
    async (workspace) => {
      await workspace.revokeTokens({ jti: 'x' });
      return 'x';
    },
  ],
  [
    'a subject',
    async (workspace) => {
      await workspace.revokeTokens({ subject: 'ann' });
      return 'ann';
    },
  ],
  [
    'an API key',
    async (workspace) => {
      const { keyId } = await workspace.createApiKey({ name: 'k', scopes: ['metrics:read'] });
      await workspace.revokeApiKey(keyId);
      return keyId;
    },
  ],
  [
    'a signing key',
    async (workspace) => {
      const { keyId } = await workspace.createEmbedKey({ name: 'k' });
      await workspace.revokeEmbedKey(keyId);
      return keyId;
    },
  ],
];

function hear(store: Store): readonly ChangeEvent[] {
  const heard: ChangeEvent[] = [];
  onTestFinished(store.onChange((change) => heard.push(change)));
  return heard;
}

describeBackends('a change of access', (backend) => {
  test.each(revocations)('is told after %s was revoked, without a new revision', async (_, revoke) => {
    const workspace = await backend.freshWorkspace();
    const { revision } = await workspace.upsertAccounts([{ externalId: 'acme' }]);
    const heard = hear(backend.store);
    const revoked = await revoke(workspace);
    expect(heard.at(-1)).toEqual({ workspace: workspace.key, revision, kind: 'access', revoked });
    expect((await workspace.info()).revision).toBe(revision);
  });

  test('names what was revoked, as long as it can be', async () => {
    const workspace = await backend.freshWorkspace();
    const heard = hear(backend.store);
    await workspace.revokeTokens({ subject: 'x'.repeat(500) });
    expect(heard.at(-1)?.revoked).toHaveLength(500);
    await expect(workspace.revokeTokens({ subject: 'x'.repeat(501) })).rejects.toMatchObject({
      name: 'InvalidSetting',
    });
  });
});

test.each(['listen', 'poll'] as const)('a change of access reaches other stores that %s', async (changes) => {
  const databaseUrl = await freshDatabase();
  const here = await openStore({ databaseUrl });
  onTestFinished(() => here.close());
  await here.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  const there = await openStore({ databaseUrl, changes });
  onTestFinished(() => there.close());
  const heard = hear(there);
  await here.workspace('acme').revokeTokens({ jti: 'x' });
  const named = changes === 'listen' ? { revoked: 'x' } : {};
  await vi.waitFor(() => expect(heard).toEqual([{ workspace: 'acme', revision: '0', kind: 'access', ...named }]), {
    timeout: 5_000,
  });
  await here.workspace('acme').revokeTokens({ jti: 'y' });
  await vi.waitFor(() => expect(heard).toHaveLength(2), { timeout: 5_000 });
});
