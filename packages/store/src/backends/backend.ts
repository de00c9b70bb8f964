import type { Kysely } from 'kysely';
import type { StoreError } from '../errors.ts';
import type { Database } from '../schema/database.ts';

/** A database that the store runs on. */
export interface Backend {
  readonly kind: 'pglite' | 'postgresql';
  readonly db: Kysely<Database>;
  /** What a database's error means to us, where it means that it is away or not fit; else `undefined`. */
  translate(error: unknown): StoreError | undefined;
  /**
   * Checks, before a write, that it can end safely. Does not ask the database.
   *
   * @throws DiskFull, or DataDirInUse where the folder may have been opened by another process
   */
  assertWritable(): void;
  /** Looks after the database once a write is committed; never rejects. */
  afterWrite(): Promise<void>;
  /**
   * Other processes' writes, as they are told of. A backend of a single process has none.
   *
   * @param onReconnect something may have been missed
   * @returns whether they arrive; if not, it has stopped listening
   */
  listen?(onNotice: (payload: string) => void, onReconnect: () => void): Promise<boolean>;
  /** Lets go of everything, the database included. */
  close(): Promise<void>;
}

/** The channel that writes are told of on. */
export const changeChannel = 'plimsoll_change';
