/** Lets one piece of work go on while the next is put together; they never overlap, and come in the order they are begun. */
export class OneAhead {
  #last: Promise<void> = Promise.resolve();

  /** Begins a piece of work once the one before is done. @throws what that one threw: the new one is not begun then */
  async begin(work: () => Promise<void>): Promise<void> {
    await this.#last;
    this.#last = work();
    // It is heard of in the next call, which comes later than a failure may.
    this.#last.catch(() => undefined);
  }

  /** Resolves when nothing is under way any more. @throws what the last piece threw */
  done(): Promise<void> {
    return this.#last;
  }

  /** The same, however it ended. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined);
  }
}
