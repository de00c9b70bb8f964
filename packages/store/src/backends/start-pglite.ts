import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite';
import { binaryArrayOids } from '../schema/binary-arrays.ts';
import { DataFolderFs } from './data-folder-fs.ts';
import type { DiskSpace } from './disk-space.ts';
import { makePrivate, syncEntry, syncFolder } from './folder-files.ts';
import { stopAfterAbort } from './stop-after-abort.ts';

/** A PGlite that runs. */
export interface StartedPglite {
  readonly pglite: PGlite;
  /** The exception that the database ended with; `undefined` while it runs. */
  readonly ended: () => unknown;
  /** Closes the database, or its files where it has ended. */
  close(): Promise<void>;
}

/** Where PGlite keeps its files. */
export interface PgliteFolder {
  readonly dataDir: string;
  readonly space: DiskSpace;
  /** Whether a commit waits until the log is on the disk. */
  readonly durable: boolean;
}

/** Starts a database in memory. */
export async function startInMemory(): Promise<StartedPglite> {
  const pglite = await PGlite.create({ dataDir: 'memory://', ...settings(false) });
  return { pglite: adapted(pglite), ended: stopAfterAbort(pglite), close: () => pglite.close() };
}

/**
 * Starts the database of a data folder, in its subfolder `pglite`. A new one is made under another name and renamed when
 * it is complete, so that neither a kill nor a full disk leaves half of one behind.
 */
export async function startInFolder({ dataDir, space, durable }: PgliteFolder): Promise<StartedPglite> {
  const path = join(dataDir, 'pglite');
  if (!existsSync(path)) await createDatabase(path, space);
  makePrivate(path);
  // What was written before without fsync may not be on the disk yet.
  if (durable) syncFolder(path);
  const files = new DataFolderFs(path, space);
  const pglite = await created(files, durable);
  files.guard();
  const ended = stopAfterAbort(pglite);
  const close = async (): Promise<void> => {
    if (ended() === undefined) await pglite.close();
    else files.abandon();
  };
  return { pglite: adapted(pglite), ended, close };
}

async function created(files: DataFolderFs, durable: boolean): Promise<PGlite> {
  try {
    return await PGlite.create({ fs: files, ...settings(durable) });
  } catch (error) {
    files.abandon();
    throw error;
  }
}

async function createDatabase(path: string, space: DiskSpace): Promise<void> {
  space.assertRoom();
  const draft = `${path}.new`;
  rmSync(draft, { recursive: true, force: true });
  try {
    const pglite = await created(new DataFolderFs(draft, space), false);
    await pglite.close();
    syncFolder(draft);
    renameSync(draft, path);
    syncEntry(dirname(path));
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    throw error;
  }
}

function settings(durable: boolean): PGliteOptions {
  const start = durable
    ? // fsync is the one method that the files pass on to the operating system.
      [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), '-c', 'wal_sync_method=fsync']
    : PGlite.defaultStartParams;
  return {
    // Its own reading of bytes goes digit by digit.
    parsers: { [types.INT8]: Number, [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') },
    startParams: [
      ...start,
      // Its own 160 MB of buffers are a third of what a small server may use, and serve these queries no better.
      ...['-c', 'shared_buffers=32MB'],
      // How much of the log is kept for use again: see LogLimit.
      ...['-c', 'min_wal_size=32MB', '-c', 'max_wal_size=128MB'],
    ],
  };
}

function adapted(pglite: PGlite): PGlite {
  for (const oid of binaryArrayOids) passBytes(pglite, oid);
  return pglite;
}

/** Lets a parameter of a type go as it is where it is bytes already, which its types do not tell of. */
function passBytes(pglite: PGlite, oid: number): void {
  const serialize = pglite.serializers[oid] ?? String;
  pglite.serializers[oid] = (value) => (isBytes(value) ? value : serialize(value));
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}
