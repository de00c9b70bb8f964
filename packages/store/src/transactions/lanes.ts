/** Lets work of one lane go one piece after the other, in the order it comes, whatever becomes of each. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    const running = before.then(work);
    const ended = running
      .catch(() => undefined)
      .then(() => {
        if (this.#last.get(lane) === ended) this.#last.delete(lane);
      });
    this.#last.set(lane, ended);
    return running;
  }
}
