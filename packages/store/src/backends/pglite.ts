import { Kysely, PGliteDialect } from 'kysely';
import { DatabaseUnavailable, DataDirInUse, StoreError } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import type { Backend } from './backend.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { DiskSpace } from './disk-space.ts';
import { LogLimit } from './log-limit.ts';
import { RestartedPglite } from './restarted-pglite.ts';
import { type StartedPglite, startInFolder, startInMemory } from './start-pglite.ts';
import { tellStatement } from './statement-channel.ts';
import { TurnTaking } from './turn-taking.ts';

/** Durability and free space of a data folder. */
export interface FolderOptions {
  /** Whether a commit waits until it is on the disk. */
  readonly durable: boolean;
  /** MB that have to be free on the disk for writes to be taken. */
  readonly diskReserve: number;
}

/**
 * PostgreSQL in this process (PGlite), over a folder or in memory. A folder serves one process at a time and keeps every
 * acknowledged write when the process is killed; with `durable` also when the machine loses its power.
 *
 * @throws DataDirInUse, DatabaseUnavailable, DiskFull
 */
export async function openPglite(dataDir: string, options: FolderOptions): Promise<Backend> {
  return dataDir === 'memory' ? openInMemory() : openFolder(dataDir, options);
}

async function openInMemory(): Promise<Backend> {
  const running = await startInMemory();
  const refuse = (cause: unknown): DatabaseUnavailable => ended(cause, 'Open the store again; it is empty then.');
  const pglite = new RestartedPglite(running, () => Promise.reject(refuse(running.ended())), refuse);
  const db = databaseOver(pglite);
  const log = new LogLimit(db);
  return {
    kind: 'pglite',
    db,
    translate: (error) => translate(error, refuse),
    assertWritable: () => undefined,
    afterWrite: () => log.afterWrite(),
    close: () => pglite.close(),
  };
}

async function openFolder(dataDir: string, { durable, diskReserve }: FolderOptions): Promise<Backend> {
  const space = new DiskSpace(dataDir, diskReserve);
  const lock = await lockDataDir(dataDir);
  const refuse = (cause: unknown): StoreError =>
    isFull(cause) || space.isLow()
      ? space.diskFull(cause, hasEnded(cause) ? 'stopped' : 'readable')
      : ended(cause, 'It is started again by the next call; what was acknowledged is kept.');
  const start = async (): Promise<StartedPglite> => {
    try {
      return await startInFolder({ dataDir, space, durable });
    } catch (error) {
      throw notOpened(error, dataDir, space);
    }
  };
  const startAgain = async (): Promise<StartedPglite> => {
    // Recovery writes too.
    if (!space.hasRoom()) throw space.diskFull(undefined, 'stopped');
    return start();
  };
  try {
    const pglite = new RestartedPglite(await start(), startAgain, refuse);
    const db = databaseOver(pglite);
    const log = new LogLimit(db);
    return {
      kind: 'pglite',
      db,
      translate: (error) => translate(error, refuse),
      assertWritable: () => {
        if (!lock.isHeld()) throw lockLost(dataDir);
        space.assertRoom();
      },
      afterWrite: () => log.afterWrite(),
      close: async () => {
        await pglite.close();
        await lock.release();
      },
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

function databaseOver(pglite: RestartedPglite): Kysely<Database> {
  return new Kysely<Database>({
    dialect: new PGliteDialect({ pglite }),
    log: tellStatement,
    plugins: [new TurnTaking()],
  });
}

function translate(error: unknown, refuse: (cause: unknown) => StoreError): StoreError | undefined {
  if (error instanceof StoreError) return error;
  return isFull(error) || hasEnded(error) ? refuse(error) : undefined;
}

/** PostgreSQL's `disk_full`. */
function isFull(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '53100';
}

/** WebAssembly that was aborted, or has left by `exit`. */
function hasEnded(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || (error instanceof Error && error.name === 'ExitStatus');
}

function ended(cause: unknown, mend: string): DatabaseUnavailable {
  return new DatabaseUnavailable(
    `DatabaseUnavailable: the database in process has ended (${messageOf(cause)}). Nothing can be read or written until it has started again. ${mend}`,
    { cause },
  );
}

function lockLost(dataDir: string): DataDirInUse {
  return new DataDirInUse(
    `DataDirInUse: the lock file of the data folder "${dataDir}" was deleted or replaced while it was in use. Another process could have opened the folder meanwhile, so nothing more is written. Stop every process that uses it, and start one.`,
  );
}

function notOpened(error: unknown, dataDir: string, space: DiskSpace): StoreError {
  if (error instanceof StoreError) return error;
  if (isFull(error) || space.isLow()) return space.diskFull(error, 'stopped');
  return new DatabaseUnavailable(
    `DatabaseUnavailable: the database in "${dataDir}" does not open (${messageOf(error)}). Its records cannot be read until it does. Check that the folder is complete and that this user may write to it; restore it from a copy if it is damaged.`,
    { cause: error },
  );
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
