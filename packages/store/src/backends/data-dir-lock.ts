import { randomUUID } from 'node:crypto';
import { link, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DataDirInUse } from '../errors.ts';
import { processStart } from './process-start.ts';

interface Holder {
  readonly pid: number;
  /** Tells two processes apart that had one pid; `null` where the system does not say. */
  readonly started: string | null;
}

/**
 * Takes a data folder for this process. A lock that a killed process left behind is taken over.
 *
 * @returns lets go of it
 * @throws DataDirInUse while another process, or another store of this one, holds it
 */
export async function lockDataDir(dataDir: string): Promise<() => Promise<void>> {
  const path = join(dataDir, 'store.lock');
  const mine: Holder = { pid: process.pid, started: await processStart(process.pid) };
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(mine));
  try {
    while (!(await claim(draft, path))) {
      const holder = await readHolder(path);
      if (holder !== undefined && (await isAlive(holder))) throw inUse(dataDir, holder);
      await discard(path, holder);
    }
  } finally {
    await unlink(draft);
  }
  return async () => {
    await unlink(path).catch(() => undefined);
  };
}

/** Linking is atomic, and the file has its content from the first moment. */
async function claim(draft: string, path: string): Promise<boolean> {
  return link(draft, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function readHolder(path: string): Promise<Holder | undefined> {
  try {
    const { pid, started } = JSON.parse(await readFile(path, 'utf8'));
    return typeof pid === 'number' ? { pid, started: typeof started === 'string' ? started : null } : undefined;
  } catch {
    return undefined;
  }
}

async function isAlive(holder: Holder): Promise<boolean> {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = await processStart(holder.pid);
  return started === null || holder.started === null || started === holder.started;
}

/** Sets a stale lock aside, unless somebody else has just taken its place. */
async function discard(path: string, stale: Holder | undefined): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch {
    return;
  }
  const moved = await readHolder(aside);
  if (moved?.pid !== stale?.pid || moved?.started !== stale?.started) await link(aside, path).catch(() => undefined);
  await unlink(aside);
}

function inUse(dataDir: string, holder: Holder): DataDirInUse {
  const who = holder.pid === process.pid ? 'this process already' : `process ${holder.pid}`;
  return new DataDirInUse(
    `DataDirInUse: the data folder "${dataDir}" is in use by ${who} (pid ${holder.pid}). Two at once would damage the records. Stop that process, choose another folder, or set DATABASE_URL to share a PostgreSQL.`,
  );
}
