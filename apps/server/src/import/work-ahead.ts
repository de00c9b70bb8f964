/**
 * Lets pieces of work be begun while the one before is still going on: whoever puts them together is held up while more than
 * two are, so that they are not put together faster than they are done.
 */
export class WorkAhead {
  #before: Promise<void> = Promise.resolve();
  #last: Promise<void> = Promise.resolve();

  /**
   * Begins a piece of work, and comes back once the last but one before it is done.
   *
   * @param work given the end of the one before
   * @throws what the last but one threw
   */
  async begin(work: (before: Promise<void>) => Promise<void>): Promise<void> {
    const lastButOne = this.#before;
    this.#before = this.#last;
    this.#last = work(this.#before);
    // It is heard of in a later call, which may come long after a failure.
    this.#last.catch(() => undefined);
    await lastButOne;
  }

  /** Resolves when nothing is under way any more. @throws what the first piece that failed threw */
  async done(): Promise<void> {
    await this.#before;
    await this.#last;
  }

  /** The same, however they ended. */
  async settled(): Promise<void> {
    await Promise.allSettled([this.#before, this.#last]);
  }
}
