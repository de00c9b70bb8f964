import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../open-store.ts';

const writer = new URL('../testing/keep-writing.ts', import.meta.url).pathname;
const folders: string[] = [];

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-store-'));
  folders.push(folder);
  return folder;
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** Starts a process that writes, and resolves once it has acknowledged `batches` of them. */
async function startWriting(dataDir: string, batches: number) {
  const child = spawn(process.execPath, ['--conditions=@plimsoll/source', '--no-warnings', writer, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const acknowledged: number[] = [];
  const lines = createInterface({ input: child.stdout });
  await new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error('The writer ended by itself.')));
    lines.on('line', (line) => {
      acknowledged.push(Number(line));
      if (acknowledged.length === batches) resolve();
    });
  });
  return {
    pid: child.pid,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'close');
      return acknowledged;
    },
  };
}

test('every acknowledged batch outlives kill -9, and its lock is taken over', async () => {
  const dataDir = await freshFolder();
  const writing = await startWriting(dataDir, 25);

  await expect(openStore({ dataDir })).rejects.toMatchObject({
    name: 'DataDirInUse',
    message: expect.stringMatching(new RegExp(`pid ${writing.pid}.*DATABASE_URL`)),
  });
  const acknowledged = await writing.kill();

  const store = await openStore({ dataDir });
  const workspace = store.workspace('acme');
  const { revision } = await workspace.info();
  const counts = await workspace.counts();
  expect(Number(revision)).toBeGreaterThanOrEqual(acknowledged.at(-1) ?? 25);
  expect([counts.accounts, counts.subscriptions, counts.movements]).toEqual([
    Number(revision) * 10,
    Number(revision) * 10,
    Number(revision) * 10,
  ]);
  const more = await workspace.upsertAccounts([{ externalId: 'after' }]);
  expect(Number(more.revision)).toBe(Number(revision) + 1);
  await store.close();
});

test('a folder is for one store at a time, and free again after it', async () => {
  const dataDir = join(await freshFolder(), 'deep', 'data');
  const store = await openStore({ dataDir });
  await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  await expect(openStore({ dataDir })).rejects.toMatchObject({ name: 'DataDirInUse' });
  await store.close();
  await expect(store.ping()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await expect(store.listWorkspaces()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });

  // A lock of a process that had our pid before us, and one that was cut off while it was written.
  for (const content of [JSON.stringify({ pid: process.pid, started: 'long ago' }), '{"pid":']) {
    await writeFile(join(dataDir, 'store.lock'), content);
    const again = await openStore({ dataDir });
    expect(await again.listWorkspaces()).toEqual([{ key: 'acme', name: 'Acme' }]);
    await again.close();
  }
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
