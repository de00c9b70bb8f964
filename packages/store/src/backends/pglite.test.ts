import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { startWriting } from '../testing/writer-process.ts';

const folders: string[] = [];

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-store-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

test('every acknowledged batch outlives kill -9, and its lock goes with it', { timeout: 120_000 }, async () => {
  const dataDir = await freshFolder();
  const writing = await startWriting(dataDir, 25);

  await expect(openStore({ dataDir })).rejects.toMatchObject({
    name: 'DataDirInUse',
    message: expect.stringMatching(new RegExp(`pid ${writing.child.pid}.*DATABASE_URL`)),
  });
  await writing.kill();

  const store = await openStore({ dataDir });
  const workspace = store.workspace('acme');
  const { revision } = await workspace.info();
  const counts = await workspace.counts();
  expect(Number(revision)).toBeGreaterThanOrEqual(writing.acknowledged.at(-1) ?? 25);
  expect([counts.accounts, counts.subscriptions, counts.movements]).toEqual([
    Number(revision) * 10,
    Number(revision) * 10,
    Number(revision) * 10,
  ]);
  const more = await workspace.upsertAccounts([{ externalId: 'after' }]);
  expect(Number(more.revision)).toBe(Number(revision) + 1);
  await store.close();
});

test('a folder is for one store at a time, and free again after it', { timeout: 120_000 }, async () => {
  const dataDir = join(await freshFolder(), 'deep', 'data');
  const store = await openStore({ dataDir });
  await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  await expect(openStore({ dataDir })).rejects.toMatchObject({ name: 'DataDirInUse' });
  await store.close();
  await expect(store.ping()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await expect(store.listWorkspaces()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  const again = await openStore({ dataDir });
  expect(await again.listWorkspaces()).toEqual([{ key: 'acme', name: 'Acme' }]);
  await again.close();
});

test('a folder that cannot be made is a clear error', async () => {
  const file = join(await freshFolder(), 'file');
  await writeFile(file, '');
  await expect(openStore({ dataDir: join(file, 'data') })).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
});

test('whoever writes without a pause leaves everybody else their turn', async () => {
  const store = await openStore({ dataDir: 'memory' });
  await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  let rang = false;
  setTimeout(() => {
    rang = true;
  }, 20);
  for (let write = 0; !rang && write < 500; write++) {
    await store.workspace('acme').upsertAccounts([{ externalId: 'busy', name: `Busy ${write}` }]);
  }
  expect(rang).toBe(true);
  await store.close();
});
