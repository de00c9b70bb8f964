import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test } from 'vitest';
import { openStore } from '../open-store.ts';
import { possible, runs } from '../testing/machine.ts';
import { startWriting } from '../testing/writer-process.ts';
import { lockDataDir } from './data-dir-lock.ts';

// A new database takes seconds, and more where other tests run.
const slow = { timeout: 120_000 };
const folders: string[] = [];

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'plimsoll-lock-'));
  folders.push(folder);
  return join(folder, 'data');
}

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** As a container starts a process: it is number 1, and sees none of the others. */
const container = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child'];

const mayUnshare = runs(container[0] ?? '', ...container.slice(1), 'true');

test.skipIf(!possible('two processes in two pid namespaces (needs unshare)', mayUnshare))(
  'two containers cannot open one folder, and it is free the moment the first is killed',
  slow,
  async () => {
    const dataDir = await freshFolder();
    const first = await startWriting(dataDir, 10, { within: container });
    await expect(startWriting(dataDir, 1, { within: container })).rejects.toThrow(/DataDirInUse/);
    await expect(openStore({ dataDir })).rejects.toMatchObject({
      name: 'DataDirInUse',
      message: expect.stringContaining('in another container'),
    });
    await first.kill();

    const store = await openStore({ dataDir });
    onTestFinished(() => store.close());
    const { revision } = await store.workspace('acme').info();
    expect(Number(revision)).toBeGreaterThanOrEqual(first.acknowledged.at(-1) ?? 10);
    expect((await store.workspace('acme').counts()).accounts).toBe(Number(revision) * 10);
  },
);

test('a process that is paused keeps its folder', slow, async () => {
  const dataDir = await freshFolder();
  const writing = await startWriting(dataDir, 1);
  writing.child.kill('SIGSTOP');
  await expect(openStore({ dataDir })).rejects.toMatchObject({ name: 'DataDirInUse' });
  await writing.kill();
  await (await openStore({ dataDir })).close();
});

test('of many that try at once one has it, and what others left in the folder does not matter', async () => {
  const dataDir = await freshFolder();
  await (await lockDataDir(dataDir)).release();
  for (const name of ['store.lock', 'store.lock.draft']) await writeFile(join(dataDir, name), '{"pid":');
  const tries = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDir(dataDir)));
  const locks = tries.flatMap((tried) => (tried.status === 'fulfilled' ? [tried.value] : []));
  expect(locks).toHaveLength(1);
  expect(tries.find((tried) => tried.status === 'rejected')?.reason).toMatchObject({ name: 'DataDirInUse' });
  expect(locks[0]?.isHeld()).toBe(true);
  await locks[0]?.release();
});

test('nothing is written any more once somebody has taken the lock file away', slow, async () => {
  const dataDir = await freshFolder();
  const store = await openStore({ dataDir });
  onTestFinished(() => store.close());
  await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  await rm(join(dataDir, 'folder.lock'));
  const second = await lockDataDir(dataDir);
  onTestFinished(() => second.release());
  await expect(store.workspace('acme').upsertAccounts([{ externalId: 'a' }])).rejects.toMatchObject({
    name: 'DataDirInUse',
    message: expect.stringContaining('deleted or replaced'),
  });
  expect((await store.workspace('acme').counts()).accounts).toBe(0);
});

test.skipIf(process.platform === 'win32')('a folder and its files are for their owner alone', slow, async () => {
  const dataDir = await freshFolder();
  await (await openStore({ dataDir })).close();
  const open = async (): Promise<readonly string[]> => {
    const loose = [];
    for (const entry of [
      dataDir,
      ...(await readdir(dataDir, { recursive: true })).map((name) => join(dataDir, name)),
    ]) {
      const { mode } = await stat(entry);
      if ((mode & 0o077) !== 0) loose.push(`${entry} ${(mode & 0o777).toString(8)}`);
    }
    return loose;
  };
  expect(await open()).toEqual([]);
  // As an earlier version left it.
  await chmod(join(dataDir, 'pglite', 'PG_VERSION'), 0o666);
  await chmod(join(dataDir, 'pglite', 'base'), 0o755);
  await chmod(join(dataDir, 'pglite'), 0o755);
  await (await openStore({ dataDir })).close();
  expect(await open()).toEqual([]);
});
