import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { DatabaseUnavailable, UnsupportedDatabase } from '../errors.ts';
import type { Database } from '../schema/database.ts';
import { type Backend, changeChannel } from './backend.ts';
import { NotificationListener } from './notification-listener.ts';
import { translatePostgresError } from './postgres-errors.ts';
import { tellStatement } from './statement-channel.ts';

const oldestVersion = 15;
const int8 = 20;

/** Amounts and revisions stay far below 2^53, so they are read as numbers. */
const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
};

/**
 * A PostgreSQL server. The pool outlives the server's restarts.
 *
 * @throws DatabaseUnavailable, UnsupportedDatabase
 */
export async function openPostgresql(databaseUrl: string): Promise<Backend> {
  const place = placeOf(databaseUrl);
  const connection = {
    connectionString: databaseUrl,
    connectionTimeoutMillis: 5_000,
    application_name: 'plimsoll',
    keepAlive: true,
    types: typeParsers,
  };
  // What is sent while a statement runs goes out at once, so that the server never waits for us between the two.
  const pool = new pg.Pool({ ...connection, max: 10, pipeline: true });
  // A connection that breaks is replaced when next needed, and whoever holds it learns so from its next query; without
  // a listener, on the idle ones (the pool's) and on those in use, it would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }), log: tellStatement });
  const listener = new NotificationListener(connection);
  const translate = (error: unknown) => translatePostgresError(error, place);
  try {
    await checkVersion(db);
  } catch (error) {
    await db.destroy();
    throw translate(error) ?? error;
  }
  return {
    kind: 'postgresql',
    db,
    translate,
    assertWritable: () => undefined,
    afterWrite: async () => undefined,
    listen: (onNotice, onReconnect) =>
      listener.start(onNotice, onReconnect, (payload) =>
        sql`select pg_notify(${changeChannel}, ${payload})`.execute(db),
      ),
    close: async () => {
      await listener.stop();
      await db.destroy();
    },
  };
}

/** Where the database is, without its password. */
function placeOf(databaseUrl: string): string {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : undefined;
  if (url === undefined || (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:')) {
    throw new DatabaseUnavailable(
      'DatabaseUnavailable: the database URL cannot be read. Without it there is no database to keep records in. Write it as postgres://user:password@host:5432/database, with special characters in the password percent-encoded.',
    );
  }
  return `${url.hostname}:${url.port || '5432'}${url.pathname}`;
}

async function checkVersion(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ readonly version: string }>`show server_version_num`.execute(db).then(({ rows }) => ({
    rows: rows.map((row) => ({ version: String(Object.values(row as object)[0]) })),
  }));
  const major = Math.floor(Number(rows[0]?.version) / 10_000);
  if (major < oldestVersion) {
    throw new UnsupportedDatabase(
      `UnsupportedDatabase: the server is PostgreSQL ${major}, and ${oldestVersion} is the oldest that works. Its SQL lacks what the store needs. Upgrade it, or leave DATABASE_URL unset to use the database in process.`,
    );
  }
}
