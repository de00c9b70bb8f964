import { sql, type Transaction } from 'kysely';
import type { Backend } from '../backends/backend.ts';
import type { Database } from '../schema/database.ts';

/**
 * Cancel the statement that a transaction runs when a signal is aborted: the server stops it (`pg_cancel_backend`), and the
 * transaction is rolled back. The database in process runs a statement to its end, and the transaction stops after it.
 *
 * @throws the signal's reason, once it is aborted
 */
export async function cancelOnAbort<T>(
  backend: Backend,
  trx: Transaction<Database>,
  signal: AbortSignal,
  work: () => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  if (backend.kind !== 'postgresql') return work();
  const { rows } = await sql<{ readonly pid: number }>`select pg_backend_pid() as pid`.execute(trx);
  let cancelled: Promise<unknown> = Promise.resolve();
  const cancel = (): void => {
    // Where the server is away, so is the statement.
    cancelled = sql`select pg_cancel_backend(${rows[0]?.pid})`.execute(backend.db).catch(() => undefined);
  };
  signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work();
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    signal.removeEventListener('abort', cancel);
    // The connection is given back only then, so that no statement of somebody else is cancelled.
    await cancelled;
  }
}
