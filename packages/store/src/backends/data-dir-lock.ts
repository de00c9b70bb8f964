import { statSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { DatabaseUnavailable, DataDirInUse } from '../errors.ts';
import { describeHolder, type LockHolder, thisProcess } from './lock-holder.ts';

/** A data folder that belongs to this process. */
export interface DataDirLock {
  /** Whether the lock file is still the one that was locked. False once somebody has deleted or replaced it. */
  isHeld(): boolean;
  /** Unlocks the folder. */
  release(): Promise<void>;
}

/** SQLITE_BUSY: somebody else holds the lock. */
const busy = 5;

/**
 * Locks a data folder for this process with an exclusive lock of the operating system on the file `folder.lock`, and
 * makes the folder (mode 0700) where there is none.
 *
 * Node.js has no `flock` or `fcntl` of its own; its SQLite takes one: an exclusive transaction on an empty database holds
 * a POSIX record lock (`LockFileEx` on Windows) for as long as it is open. Decided for this, against a file with a pid
 * and against a lease with a heartbeat, because
 *
 * - the kernel releases it when the process ends in any way, `kill -9` included, and never before: a process that was
 *   paused (SIGSTOP, a sleeping laptop, a paused VM) still holds it when it goes on;
 * - it is one lock for all containers of a host that mount the folder. Pids are not: each container counts its own;
 * - two processes that start together cannot both take it, and there is nothing stale to take over.
 *
 * Guaranteed for processes on one kernel, and for hosts that share the folder over NFSv4, where the server keeps the
 * locks. Not guaranteed where the file system keeps locks to itself for each client: sandboxes with a kernel of their own
 * (gVisor, one micro-VM for each container) and network file systems mounted without locks.
 *
 * POSIX drops the lock when this process closes any descriptor of `folder.lock`, so nothing here may open that file
 * again: it is only ever created (exclusively) and looked up by path.
 *
 * @throws DataDirInUse while another process, or another store of this one, holds it
 * @throws DatabaseUnavailable where the folder or the lock cannot be made
 */
export async function lockDataDir(dataDir: string): Promise<DataDirLock> {
  const path = join(dataDir, 'folder.lock');
  const holderPath = join(dataDir, 'store.lock');
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    await createOnce(path);
  } catch (error) {
    throw cannotBeMade(dataDir, error);
  }
  const lock = await takeLock(path, dataDir, holderPath);
  const { dev, ino } = statSync(path);
  // Only for the message to others: on a full disk it may be missing.
  await writeFile(holderPath, JSON.stringify(await thisProcess()), { mode: 0o600 }).catch(() => undefined);
  return {
    isHeld: () => {
      const now = statSync(path, { throwIfNoEntry: false });
      return now?.dev === dev && now.ino === ino;
    },
    release: async () => {
      await rm(holderPath, { force: true }).catch(() => undefined);
      lock.close();
    },
  };
}

/** Creates a file, unless it is there; one that is there is not opened. */
async function createOnce(path: string): Promise<void> {
  await writeFile(path, '', { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

async function takeLock(path: string, dataDir: string, holderPath: string): Promise<DatabaseSync> {
  let database: DatabaseSync | undefined;
  try {
    // Loaded here, as only folders need it, and versions before 24.15 print a warning with it.
    const sqlite = await import('node:sqlite');
    database = new sqlite.DatabaseSync(path);
    // Nothing is ever written, so that a full disk does not matter and no journal is left behind.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database?.close();
    if (codeOf(error) === busy) throw await inUse(dataDir, await readHolder(holderPath));
    throw new DatabaseUnavailable(
      `DatabaseUnavailable: the data folder "${dataDir}" cannot be locked (${messageOf(error)}). Without a lock two processes could open it at once, which would damage the records. Check that this user may write to it and that its file system supports file locks; or set DATABASE_URL to use a PostgreSQL.`,
      { cause: error },
    );
  }
}

/** SQLite's primary result code; extended ones carry it in their lowest byte. */
function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

async function readHolder(path: string): Promise<LockHolder | undefined> {
  try {
    const { pid, host, pidNamespace } = JSON.parse(await readFile(path, 'utf8'));
    if (typeof pid !== 'number') return undefined;
    return {
      pid,
      host: typeof host === 'string' ? host : null,
      pidNamespace: typeof pidNamespace === 'string' ? pidNamespace : null,
    };
  } catch {
    return undefined;
  }
}

async function inUse(dataDir: string, holder: LockHolder | undefined): Promise<DataDirInUse> {
  return new DataDirInUse(
    `DataDirInUse: the data folder "${dataDir}" is in use by ${await describeHolder(holder)}. Two at once would damage the records. Stop that process, choose another folder, or set DATABASE_URL to share a PostgreSQL.`,
  );
}

function cannotBeMade(dataDir: string, error: unknown): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `DatabaseUnavailable: the folder "${dataDir}" cannot be made (${messageOf(error)}). The database would be kept there. Choose a folder that this user may write to, on a disk with free space.`,
    { cause: error },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
