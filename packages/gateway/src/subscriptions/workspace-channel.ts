import type { LedgerReader, ResponsePosition, ResponsesSince, Store, WorkspaceStore } from '@plimsoll/store';

/** How many live responses are read at once. */
const responsesAtOnce = 250;

/**
 * Follows one workspace for all of its event streams: knows the newest revision, and shares what each of them would read, so
 * that a revision is opened once however many streams there are.
 */
export class WorkspaceChannel {
  /** The store, whose reader of this workspace is shared and at least as new as the last change that was told. */
  readonly store: Store;
  readonly #workspace: WorkspaceStore;
  readonly #waiting = new Set<() => void>();
  readonly #responses = new Map<string, Promise<ResponsesSince>>();
  #newest = -1;
  #reader: LedgerReader | undefined;
  #opening: Promise<LedgerReader> | undefined;

  constructor(store: Store, workspace: string) {
    this.#workspace = store.workspace(workspace);
    const shared: WorkspaceStore = { ...this.#workspace, reader: () => this.#read() };
    this.store = { ...store, workspace: (key) => (key === workspace ? shared : store.workspace(key)) };
  }

  /** Takes in that the workspace is at a revision. */
  changed(revision: number): void {
    if (revision <= this.#newest) return;
    this.#newest = revision;
    this.#responses.clear();
    for (const wake of [...this.#waiting]) wake();
  }

  /** Resolves once the workspace is past a revision, or the signal fires. */
  async movedPast(revision: number, signal: AbortSignal): Promise<void> {
    while (this.#newest <= revision && !signal.aborted) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const wake = (): void => resolve();
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake);
      await promise;
      this.#waiting.delete(wake);
      signal.removeEventListener('abort', wake);
    }
  }

  /** Reads the present revision from the database next time, whatever was told. */
  refresh(): void {
    this.#reader = undefined;
    this.#responses.clear();
  }

  /** Live responses after a place in their sequence; streams that are at the same place share the reading. */
  responsesSince(after: ResponsePosition): Promise<ResponsesSince> {
    const key = `${after.revision}.${after.position}`;
    const known = this.#responses.get(key);
    if (known !== undefined) return known;
    const read = this.#workspace.responsesSince(after, responsesAtOnce);
    this.#responses.set(key, read);
    read.catch(() => this.#responses.delete(key));
    return read;
  }

  async #read(): Promise<LedgerReader> {
    const least = this.#newest;
    for (;;) {
      if (this.#reader !== undefined && Number(this.#reader.ledger.revision) >= least) return this.#reader;
      // One opens for all; an opening that had begun before the revision we need may come too early, then another follows.
      this.#opening ??= this.#workspace.reader().finally(() => {
        this.#opening = undefined;
      });
      this.#reader = await this.#opening;
    }
  }
}
