import { setImmediate } from 'node:timers/promises';

/**
 * Statements that the database works on while the next are put together here. They run in the order they are sent, and
 * none may outlive its transaction: {@link done} has to be awaited in a `finally`.
 */
export class Pipeline {
  readonly #sent: Promise<unknown>[] = [];

  /** Takes a statement that was begun, and comes back once it is on its way. */
  async send(statement: Promise<unknown>): Promise<void> {
    // It is heard of in `done`, which comes later than a failure may.
    statement.catch(() => undefined);
    this.#sent.push(statement);
    await setImmediate();
  }

  /** Resolves when nothing is on its way any more. @throws what the first that failed threw */
  async done(): Promise<void> {
    await Promise.allSettled(this.#sent);
    await Promise.all(this.#sent);
  }
}
