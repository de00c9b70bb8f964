import { setImmediate } from 'node:timers/promises';

/** Statements that the database works on while the next are put together here. */
export class Pipeline {
  readonly #sent: Promise<unknown>[] = [];

  /**
   * Does work that may send statements, none of which outlives it.
   *
   * @throws what the first statement that failed threw, or else what the work did
   */
  static async during<T>(work: (pipeline: Pipeline) => Promise<T>): Promise<T> {
    const pipeline = new Pipeline();
    try {
      return await work(pipeline);
    } finally {
      await pipeline.#done();
    }
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
