import { sql } from 'kysely';
import { LedgerTooLarge } from '../errors.ts';
import { loadLedgerOfRows } from '../ledger/ledger-of-accounts.ts';
import type { Session } from '../transactions/session.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { LedgerSize } from './ledger-size.ts';
import { WideReader } from './wide-reader.ts';

/** How much memory a workspace's ledger may take, and how one that takes more is read. */
export interface MemoryLimits {
  /** Bytes. */
  readonly budget: number;
  readonly accountsAtOnce: number;
}

/** Every workspace is held in memory. */
export const everythingFits: MemoryLimits = { budget: Number.POSITIVE_INFINITY, accountsAtOnce: 16_384 };

/**
 * A workspace that leaves this much of the budget is looked at again after a while, and one that leaves all of it after so
 * many writes. One that leaves less is looked at after every write.
 */
const enoughRoom = 1 / 4;
const writesBetween = 100;
const mebibyte = 1_048_576;

/** Knows whether a workspace fits into memory, and reads it where it does not. */
export class MemoryBudget {
  readonly #session: Session;
  readonly #workspace: string;
  readonly #limits: MemoryLimits;
  readonly #size = new LedgerSize();
  /** The revision up to which the workspace is known to fit. */
  #fitsUntil = -1;
  /** Whether it left {@link enoughRoom} when it was last looked at. */
  #roomy = false;
  #measuring: Promise<unknown> | undefined;
  #reader: WideReader | undefined;
  readonly #release: () => void;

  /** @param release lets go of what is held of a workspace that became too large */
  constructor(session: Session, workspace: string, limits: MemoryLimits, release: () => void) {
    this.#release = release;
    this.#session = session;
    this.#workspace = workspace;
    this.#limits = limits;
  }

  /** A reader at the present revision for a workspace that is too large; `null` for one that fits, which is held. */
  async reader(): Promise<WideReader | null> {
    if (this.#limits.budget === Number.POSITIVE_INFINITY) return null;
    const { changes } = this.#session;
    if ((changes.newest(this.#workspace) ?? Number.POSITIVE_INFINITY) <= this.#fitsUntil) return null;
    if (!this.#roomy) return this.#measure();
    // There is room for whatever was written since, so nobody waits for the rows to be counted. Should that fail, whoever
    // asks next tries again.
    this.#measuring ??= this.#measure()
      .catch(() => undefined)
      .finally(() => {
        this.#measuring = undefined;
      });
    return null;
  }

  #measure(): Promise<WideReader | null> {
    const { budget } = this.#limits;
    return this.#session.read(this.#workspace, async (tx) => {
      if (this.#reader?.ledger.revision === String(tx.revision)) return this.#reader;
      const bytes = await this.#size.bytes(tx, budget);
      const room = 1 - bytes / budget;
      this.#roomy = room >= enoughRoom;
      if (bytes > budget) {
        this.#release();
        this.#reader = await this.#open(tx);
        return this.#reader;
      }
      this.#fitsUntil = tx.revision + (this.#roomy ? Math.floor(writesBetween * room) : 0);
      this.#reader = undefined;
      return null;
    });
  }

  /** @throws LedgerTooLarge */
  async admit(): Promise<void> {
    if ((await this.reader()) === null) return;
    throw new LedgerTooLarge(
      `LedgerTooLarge: the history of the workspace "${this.#workspace}" takes more than the ${Math.round(this.#limits.budget / mebibyte)} MB of memory that one workspace may, so that it is not held. Ask its reader(), which answers from the database, or raise the option memoryBudget.`,
    );
  }

  async #open(tx: WorkspaceTransaction): Promise<WideReader> {
    const ledger = await loadLedgerOfRows(tx, [], wholeParts);
    return new WideReader(
      this.#session,
      this.#workspace,
      { ...ledger, extent: { kind: 'NO_ACCOUNTS' } },
      {
        accountsAtOnce: this.#limits.accountsAtOnce,
        accountCount: this.#size.accounts,
        touchedAt: tx.touchedAt,
        accountsTouchedAt: await lastTouchOfAccounts(tx),
      },
    );
  }
}

/** What belongs to no account. */
const wholeParts = new Set(['csms', 'features', 'healthBands', 'lifecycle', 'milestoneList', 'surveyScales'] as const);

async function lastTouchOfAccounts({ trx, workspace }: WorkspaceTransaction): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(touched_revision)::float8 as last from account where workspace_id = ${workspace}`.execute(trx);
  return rows[0]?.last ?? 0;
}
