import type { ChangeEvent } from '../store.ts';

/** Tells this process's listeners of writes, and remembers the newest revision of each workspace that was seen. */
export class ChangeFeed {
  readonly #listeners = new Set<(change: ChangeEvent) => void>();
  readonly #revisions = new Map<string, number>();

  /** @returns unsubscribes */
  subscribe(listener: (change: ChangeEvent) => void): () => void {
    // A wrapper of its own, so that a listener subscribed twice is told twice and leaves once.
    const entry = (change: ChangeEvent): void => listener(change);
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  /** Tells of a write. A listener that throws does not keep the others from hearing. */
  tell(change: ChangeEvent): void {
    this.saw(change.workspace, Number(change.revision));
    for (const listener of this.#listeners) {
      try {
        listener(change);
      } catch (error) {
        // The write stands and the others must hear of it; the process warns, as it would be wrong to end it.
        process.emitWarning(error instanceof Error ? error : String(error));
      }
    }
  }

  /** Remembers a revision that was read. */
  saw(workspace: string, revision: number): void {
    if (revision > (this.#revisions.get(workspace) ?? -1)) this.#revisions.set(workspace, revision);
  }

  /** The newest revision seen; `undefined` before the first. */
  newest(workspace: string): number | undefined {
    return this.#revisions.get(workspace);
  }

  /** Workspaces of which a revision was seen. */
  workspaces(): readonly string[] {
    return [...this.#revisions.keys()];
  }
}
