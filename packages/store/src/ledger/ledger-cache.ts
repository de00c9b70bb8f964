import type { Ledger, Recognition } from '@plimsoll/metrics';
import type { RecognisedLedger } from '../records/recognised-ledger.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { type LedgerState, loadLedgerState } from './ledger-state.ts';
import { LedgerVariants } from './ledger-variants.ts';

/** The newest ledger of one workspace, brought forward when it is asked for and out of date. */
export class LedgerCache {
  readonly #session: Session;
  readonly #workspace: string;
  #state: LedgerState | undefined;
  #variants = new LedgerVariants();
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

  /** The same with revenue recognised otherwise, at the present revision or a later one. */
  async under(recognition: Recognition): Promise<RecognisedLedger> {
    const least = await this.#presentRevision();
    return this.#variants.under(recognition, least, (forward) =>
      this.#session.read(this.#workspace, async (tx) => forward(tx, await this.#brought(tx))),
    );
  }

  /** Lets go of what is held; it is loaded afresh when it is asked for again. */
  forget(): void {
    this.#state = undefined;
    this.#variants = new LedgerVariants();
  }

  async #presentRevision(): Promise<number> {
    // In process every write is our own, so the newest seen is the present one; a server has other writers.
    const seen = this.#session.backend.kind === 'pglite' ? this.#session.changes.newest(this.#workspace) : undefined;
    return seen ?? this.#session.read(this.#workspace, async (tx) => tx.revision);
  }

  async #load(): Promise<void> {
    await this.#session.read(this.#workspace, (tx) => this.#brought(tx));
  }

  /** The state that a transaction sees, kept where none is newer. */
  async #brought(tx: WorkspaceTransaction): Promise<LedgerState> {
    const state = this.#state;
    if (state?.revision === tx.revision) return state;
    // One that began before the newest was loaded cannot be made from what came later.
    const brought = await loadLedgerState(tx, state !== undefined && state.revision < tx.revision ? state : undefined);
    if (this.#state === undefined || this.#state.revision < brought.revision) this.#state = brought;
    return brought;
  }
}
