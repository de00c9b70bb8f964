import { expect, test } from 'vitest';
import { ChangeFeed } from '../changes/change-feed.ts';
import { openWorkspace } from '../open-workspace.ts';
import { describeSessions } from '../testing/sessions.ts';
import { Session } from '../transactions/session.ts';
import { createWorkspace } from '../workspaces/workspaces.ts';
import { authenticateApiKey } from './api-keys.ts';
import { readEmbedKey } from './embed-keys.ts';
import { KeyUses } from './key-use.ts';

const start = Date.parse('2026-06-15T12:00:00Z');

describeSessions('keys as time goes by', (session) => {
  const at = (now: number): Session => new Session(session().backend, () => now, new ChangeFeed());
  const workspaceAt = (key: string, now: number) => openWorkspace(at(now), key);
  const made = async (key: string) => {
    await createWorkspace(session(), { key, name: key, currency: 'USD', timeZone: 'UTC' });
    return workspaceAt(key, start);
  };

  test('stop at the millisecond at which they expire', async () => {
    const workspace = await made('expiring');
    const expiresAt = start + 60_000;
    const { secret } = await workspace.createApiKey({ name: 'short', scopes: ['admin'], expiresAt });
    const { keyId } = await workspace.createEmbedKey({ name: 'short', expiresAt });
    for (const [now, works] of [
      [expiresAt - 1, true],
      [expiresAt, false],
    ] as const) {
      expect((await authenticateApiKey(at(now), secret)) !== null).toBe(works);
      expect((await readEmbedKey(at(now), 'expiring', keyId)) !== null).toBe(works);
    }
  });

  test('make room for others once they have expired, and stay listed', async () => {
    const workspace = await made('full');
    const expiresAt = start + 60_000;
    for (let no = 0; no < 100; no++) await workspace.createEmbedKey({ name: 'short', expiresAt });
    await expect(workspaceAt('full', expiresAt - 1).createEmbedKey({ name: 'one more' })).rejects.toMatchObject({
      name: 'KeyLimitReached',
    });
    const later = workspaceAt('full', expiresAt);
    await later.createEmbedKey({ name: 'one more' });
    expect(await later.embedKeys()).toHaveLength(101);
  });

  test('record a use at most once a minute, over all processes', async () => {
    const workspace = await made('used');
    const { keyId } = await workspace.createApiKey({ name: 'used', scopes: ['admin'] });
    const lastUse = async () => (await workspace.apiKeys())[0]?.lastUsedAt;
    let now = start;
    const clocked = new Session(session().backend, () => now, new ChangeFeed());
    const uses = new KeyUses(clocked);
    uses.note('api_key', 'used', keyId);
    await expect.poll(lastUse).toBe(start);
    // Another process, which remembers nothing.
    new KeyUses(at(start + 59_999)).note('api_key', 'used', keyId);
    now = start + 60_000;
    uses.note('api_key', 'used', keyId);
    await expect.poll(lastUse).toBe(start + 60_000);
    now = start + 90_000;
    uses.note('api_key', 'used', keyId);
    now = start + 120_000;
    uses.note('api_key', 'used', keyId);
    await expect.poll(lastUse).toBe(start + 120_000);
  });

  test('ignore a use that cannot be recorded', async () => {
    const broken = at(start);
    broken.inside = () => Promise.reject(new Error('The database is away.'));
    new KeyUses(broken).note('api_key', 'used', 'k');
    await new Promise((resolve) => setImmediate(resolve));
  });
});
