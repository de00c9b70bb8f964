import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema/database.ts';

/** Bytes of the write-ahead log after which a checkpoint is due. */
const dueAfter = 128 * 1_048_576;

/**
 * Keeps the write-ahead log of a database in process from growing without end. A PostgreSQL server makes a checkpoint by
 * itself after `max_wal_size`, in a process of its own; PGlite has none and makes one only when it is closed, so that the
 * log of a server that runs for weeks would fill the disk and take as long to recover from.
 */
export class LogLimit {
  readonly #db: Kysely<Database>;
  #checkpointAt: number | undefined;

  constructor(db: Kysely<Database>) {
    this.#db = db;
  }

  /** Makes a checkpoint if one is due. One that fails, on a full disk say, is made after a later write. */
  async afterWrite(): Promise<void> {
    try {
      const { rows } = await sql<{ readonly written: string }>`
        select (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::text as written`.execute(this.#db);
      const written = Number(rows[0]?.written ?? 0);
      this.#checkpointAt ??= written + dueAfter;
      if (written < this.#checkpointAt) return;
      await sql`checkpoint`.execute(this.#db);
      this.#checkpointAt = written + dueAfter;
    } catch {
      // What was written stands. A database that has ended says so to whoever asks next.
    }
  }
}
