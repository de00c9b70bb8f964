import { type ControlledTransaction, type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from '../schema/database.ts';

/**
 * One transaction for many pieces of work, which is taken back in the end. They run one after the other, and one that
 * fails is taken back by itself, as it would be in a transaction of its own.
 */
export class SharedTransaction {
  readonly #trx: ControlledTransaction<Database>;
  readonly #onEnd: (ended: SharedTransaction) => void;
  #last: Promise<unknown> = Promise.resolve();
  #end: Promise<void> | undefined;

  private constructor(trx: ControlledTransaction<Database>, onEnd: (ended: SharedTransaction) => void) {
    this.#trx = trx;
    this.#onEnd = onEnd;
  }

  /** @param mode whether it may write, or sees one moment and only reads */
  static async begin(
    db: Kysely<Database>,
    mode: 'write' | 'snapshot',
    onEnd: (ended: SharedTransaction) => void,
  ): Promise<SharedTransaction> {
    const trx = await db.startTransaction().execute();
    const shared = new SharedTransaction(trx, onEnd);
    if (mode === 'write') return shared;
    try {
      // Said here, as not every driver passes it on.
      await sql`set transaction isolation level repeatable read, read only`.execute(trx);
    } catch (error) {
      await shared.rollback().catch(() => undefined);
      throw error;
    }
    return shared;
  }

  run<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    const running = this.#last.then(() => this.#saved(work));
    this.#last = running.catch(() => undefined);
    return running;
  }

  async #saved<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    await sql`savepoint piece_of_work`.execute(this.#trx);
    try {
      const value = await work(this.#trx);
      await sql`release savepoint piece_of_work`.execute(this.#trx);
      return value;
    } catch (error) {
      // Where this fails too, the database is away, which what was thrown first tells better.
      await sql`rollback to savepoint piece_of_work`.execute(this.#trx).catch(() => undefined);
      throw error;
    }
  }

  /** Takes all of it back, once what is under way has come to its end. */
  rollback(): Promise<void> {
    this.#end ??= this.#last.then(async () => {
      try {
        await this.#trx.rollback().execute();
      } finally {
        this.#onEnd(this);
      }
    });
    return this.#end;
  }
}
