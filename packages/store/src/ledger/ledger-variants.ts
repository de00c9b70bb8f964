import { type Recognition, recognitionOf } from '@plimsoll/metrics';
import type { RecognisedLedger } from '../records/recognised-ledger.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { LedgerState } from './ledger-state.ts';
import { type LedgerVariant, loadLedgerVariant } from './ledger-variant.ts';

/** Each holds movements of its own, which at a hundred thousand accounts are tens of megabytes. */
const mostKept = 3;

interface Kept {
  variant?: LedgerVariant;
  loading?: Promise<void>;
}

/** Runs work in a transaction that is given the workspace's ledger as the transaction sees it. */
type Read = (work: (tx: WorkspaceTransaction, base: LedgerState) => Promise<LedgerVariant>) => Promise<LedgerVariant>;

/** The newest ledgers of one workspace under recognitions of others' choice; the one asked for longest ago goes first. */
export class LedgerVariants {
  readonly #kept = new Map<string, Kept>();

  /** The ledger under a recognition, at a revision or a later one. */
  async under(recognition: Recognition, least: number, read: Read): Promise<RecognisedLedger> {
    const kept = this.#touch(JSON.stringify(recognitionOf(recognition)));
    for (;;) {
      const { variant } = kept;
      if (variant !== undefined && variant.base.revision >= least) {
        return { ledger: variant.ledger, base: variant.base.ledger };
      }
      // One loads for all; a load that had begun before our revision may come too early, then another follows.
      kept.loading ??= read((tx, base) => loadLedgerVariant(tx, recognition, base, kept.variant))
        .then((loaded) => {
          kept.variant = loaded;
        })
        .finally(() => {
          delete kept.loading;
        });
      await kept.loading;
    }
  }

  #touch(key: string): Kept {
    const kept = this.#kept.get(key) ?? {};
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > mostKept && oldest !== undefined) this.#kept.delete(oldest);
    return kept;
  }
}
