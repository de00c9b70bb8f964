/**
 * Lets a piece of work be begun while the one before it is still going on, and the one after it be put together meanwhile,
 * but no third be begun.
 */
export class OneAhead {
  #before: Promise<void> = Promise.resolve();
  #last: Promise<void> = Promise.resolve();

  /**
   * Begins a piece of work once the last but one is done.
   *
   * @param work given the end of the one before
   * @throws what the last but one threw: the new one is not begun then
   */
  async begin(work: (before: Promise<void>) => Promise<void>): Promise<void> {
    await this.#before;
    this.#before = this.#last;
    this.#last = work(this.#before);
    // It is heard of in a later call, which may come long after a failure.
    this.#last.catch(() => undefined);
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
