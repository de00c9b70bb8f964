import type { Ledger } from '@plimsoll/metrics';
import type { Session } from '../transactions/session.ts';
import { type LedgerState, loadLedgerState } from './ledger-state.ts';

/** The newest ledger of one workspace, brought forward when it is asked for and out of date. */
export class LedgerCache {
  readonly #session: Session;
  readonly #workspace: string;
  #state: LedgerState | undefined;
  #loading: Promise<void> | undefined;

  constructor(session: Session, workspace: string) {
    this.#session = session;
    this.#workspace = workspace;
  }

  /** The ledger at the present revision, or a later one. */
  async current(): Promise<Ledger> {
    const least = await this.#presentRevision();
    for (;;) {
      if (this.#state !== undefined && this.#state.revision >= least) return this.#state.ledger;
      // One loads for all; a load that had begun before our revision may come too early, then another follows.
      this.#loading ??= this.#load().finally(() => {
        this.#loading = undefined;
      });
      await this.#loading;
    }
  }

  async #presentRevision(): Promise<number> {
    // In process every write is our own, so the newest seen is the present one; a server has other writers.
    const seen = this.#session.backend.kind === 'pglite' ? this.#session.changes.newest(this.#workspace) : undefined;
    return seen ?? this.#session.read(this.#workspace, async (tx) => tx.revision);
  }

  async #load(): Promise<void> {
    this.#state = await this.#session.read(this.#workspace, (tx) => loadLedgerState(tx, this.#state));
  }
}
