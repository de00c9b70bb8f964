import { setImmediate } from 'node:timers/promises';
import type { QueryExecutor, QueryExecutorProvider } from 'kysely';

/**
 * Statements that the database works on while the next are put together here. They run in the order they are sent. Those
 * that are executed by it go out at once; by the transaction itself they would wait for the answers to those before.
 */
export class Pipeline implements QueryExecutorProvider {
  readonly #executor: QueryExecutor;
  readonly #sent: Promise<unknown>[] = [];

  private constructor(executor: QueryExecutor) {
    this.#executor = executor;
  }

  /**
   * Does work that may send statements, none of which outlives it.
   *
   * @throws what the first statement that failed threw, or else what the work did
   */
  static async during<T>(transaction: QueryExecutorProvider, work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
    const executor = transaction.getExecutor();
    const connection = await executor.provideConnection(async (held) => held);
    const pipeline = new Pipeline(
      executor.withConnectionProvider({ provideConnection: (consumer) => consumer(connection) }),
    );
    try {
      return await work(pipeline);
    } finally {
      await pipeline.#done();
    }
  }

  getExecutor(): QueryExecutor {
    return this.#executor;
  }

  /** Takes a statement that was begun, and comes back once it is on its way. */
  async send(statement: Promise<unknown>): Promise<void> {
    // It is heard of in the end, which comes later than a failure may.
    statement.catch(() => undefined);
    this.#sent.push(statement);
    await setImmediate();
  }

  async #done(): Promise<void> {
    await Promise.allSettled(this.#sent);
    await Promise.all(this.#sent);
  }
}
