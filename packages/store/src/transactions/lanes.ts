/** Lets work of one lane begin one piece after the other, in the order it comes, whatever becomes of each. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** @param work begun once the piece before it is over, or has let it on before that */
  run<T>(lane: string, work: (letOn: () => void) => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    const { promise: on, resolve: letOn } = Promise.withResolvers<void>();
    const running = before.then(() => work(letOn));
    const passed = Promise.race([on, running.catch(() => undefined)]).then(() => {
      if (this.#last.get(lane) === passed) this.#last.delete(lane);
    });
    this.#last.set(lane, passed);
    return running;
  }
}
