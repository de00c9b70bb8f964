import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite, types } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { DatabaseUnavailable } from '../errors.ts';
import { binaryArrayOids } from '../schema/binary-arrays.ts';
import type { Database } from '../schema/database.ts';
import type { Backend } from './backend.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { tellStatement } from './statement-channel.ts';
import { TurnTaking } from './turn-taking.ts';

/**
 * PostgreSQL in this process, over a folder or in memory. A folder serves one process at a time and keeps every
 * acknowledged write, even when the process is killed.
 *
 * @throws DataDirInUse, DatabaseUnavailable
 */
export async function openPglite(dataDir: string): Promise<Backend> {
  const release = dataDir === 'memory' ? async () => {} : await lockFolder(dataDir);
  try {
    const pglite = await PGlite.create({
      dataDir: dataDir === 'memory' ? 'memory://' : join(dataDir, 'pglite'),
      // Its own reading of bytes goes digit by digit.
      parsers: { [types.INT8]: Number, [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex') },
      // Its own 160 MB of buffers are a third of what a small server may use, and serve these queries no better.
      startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
    });
    for (const oid of binaryArrayOids) passBytes(pglite, oid);
    const db = new Kysely<Database>({
      dialect: new PGliteDialect({ pglite }),
      log: tellStatement,
      plugins: [new TurnTaking()],
    });
    return {
      kind: 'pglite',
      db,
      translate: () => undefined,
      close: async () => {
        if (!pglite.closed) await pglite.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw new DatabaseUnavailable(
      `DatabaseUnavailable: the database in "${dataDir}" does not open (${error instanceof Error ? error.message : String(error)}). Its records cannot be read until it does. Check that the folder is complete and on a disk with free space; restore it from a copy if it is damaged.`,
      { cause: error },
    );
  }
}

/** Lets a parameter of a type go as it is where it is bytes already, which its types do not tell of. */
function passBytes(pglite: PGlite, oid: number): void {
  const serialize = pglite.serializers[oid] ?? String;
  pglite.serializers[oid] = (value) => (isBytes(value) ? value : serialize(value));
}

function isBytes(value: unknown): boolean {
  return value instanceof Uint8Array;
}

async function lockFolder(dataDir: string): Promise<() => Promise<void>> {
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw new DatabaseUnavailable(
      `DatabaseUnavailable: the folder "${dataDir}" cannot be made (${error instanceof Error ? error.message : String(error)}). The database would be kept there. Choose a folder that this user may write to.`,
      { cause: error },
    );
  }
  return lockDataDir(dataDir);
}
