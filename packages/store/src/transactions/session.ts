import { randomUUID } from 'node:crypto';
import { dayInZone, defaultPolicy, recognitionOf } from '@plimsoll/metrics';
import { sql, type Transaction } from 'kysely';
import type { Backend } from '../backends/backend.ts';
import { changeChannel } from '../backends/backend.ts';
import { ChangeFeed } from '../changes/change-feed.ts';
import { formatNotice } from '../changes/notice.ts';
import { HealthDue } from '../derived/health/health-due.ts';
import { DatabaseUnavailable, DiskFull, UnknownWorkspace } from '../errors.ts';
import { appRole, directoryRole } from '../migrations/tenant-table.ts';
import type { Database } from '../schema/database.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { ChangeEvent } from '../store.ts';
import { cancelOnAbort } from './cancel-on-abort.ts';
import { changesOf } from './changes-of.ts';
import { Lanes } from './lanes.ts';
import { afterWrite, type PartRevisions, touchedAt } from './part-revisions.ts';
import { Pipeline } from './pipeline.ts';
import { sentAtOnce } from './sent-at-once.ts';
import { SharedTransaction } from './shared-transaction.ts';
import { Statistics } from './statistics.ts';
import type { WorkspaceTransaction, WriteEffects, WriteTransaction } from './workspace-transaction.ts';
import type { Written } from './writing-session.ts';

/** How many snapshots there are at a time, so that most connections are left to others; more wait for one to end. */
const snapshotsAtOnce = 3;

/**
 * How many workspaces may be written to at a time for the next writer of each to stand ready, which takes a connection: where
 * more are, the server has enough to do.
 */
const mostStandingReady = 3;

/** Milliseconds for which one write that the disk had no room for lets others be expected to fail too. */
const refusedFor = 60_000;

/** An open database with its clock and its feed of changes: the one way to a transaction. */
export class Session {
  readonly backend: Backend;
  readonly now: () => number;
  readonly changes: ChangeFeed;
  /** Tells this store's notifications from those of others. */
  readonly origin = randomUUID();
  readonly #working = new Set<Promise<unknown>>();
  readonly #writing = new Map<string, number>();
  // Writers of a workspace wait here, so that they leave the database's connections to those who read.
  readonly #writers = new Lanes();
  readonly #transactions = new Set<SharedTransaction>();
  readonly #snapshots = new Lanes();
  #snapshotsTaken = 0;
  readonly #shared: SharedTransaction | undefined;
  readonly #statistics: Statistics;
  #closing: Promise<void> | undefined;
  /** The last write that the disk had no room for, and when that was. */
  #refused: { readonly error: DiskFull; readonly at: number } | undefined;

  /** @param shared the one transaction that everything happens in; without it each call has its own */
  constructor(backend: Backend, now: () => number, changes: ChangeFeed, shared?: SharedTransaction) {
    this.backend = backend;
    this.now = now;
    this.changes = changes;
    this.#shared = shared;
    this.#statistics = new Statistics(backend);
  }

  /**
   * Reads one workspace, all of it as of one moment.
   *
   * @param signal where it is aborted, the statement that runs then is cancelled by the server
   */
  async read<T>(workspace: string, work: (tx: WorkspaceTransaction) => Promise<T>, signal?: AbortSignal): Promise<T> {
    const [value, revision] = await this.#translated(() =>
      this.#transact(async (trx) => {
        await this.#enter(trx, workspace);
        const tx = await this.#open(trx, workspace, 'share');
        const read = (): Promise<T> => work(tx);
        const found = await (signal === undefined ? read() : cancelOnAbort(this.backend, trx, signal, read));
        return [found, tx.revision] as const;
      }, 'repeatable read'),
    );
    this.changes.saw(workspace, revision);
    return value;
  }

  /**
   * Writes to one workspace, after those who asked before. Its revision grows by one if, and only if, `effects.changed` is set
   * on the way.
   */
  async write<T>(workspace: string, work: (tx: WriteTransaction) => Promise<T>): Promise<Written<T>> {
    this.#writing.set(workspace, (this.#writing.get(workspace) ?? 0) + 1);
    try {
      return await this.#written(workspace, work);
    } finally {
      const others = (this.#writing.get(workspace) ?? 1) - 1;
      if (others > 0) this.#writing.set(workspace, others);
      else this.#writing.delete(workspace);
    }
  }

  /** Whether a write of this store's is under way, committed perhaps and not told of yet. */
  isWriting(workspace: string): boolean {
    return this.#writing.has(workspace);
  }

  async #written<T>(workspace: string, work: (tx: WriteTransaction) => Promise<T>): Promise<Written<T>> {
    const written = await this.#translated(() =>
      this.#writers.run(workspace, (letOn) => {
        this.backend.assertWritable();
        return this.#transact(async (trx) => {
          await this.#enter(trx, workspace);
          const { parts, ...tx } = await this.#open(trx, workspace, 'write');
          // The next waits at the workspace's row, so that the server goes on with it the moment this one is committed. In
          // process it would wait before those who read meanwhile.
          if (this.backend.kind === 'postgresql' && this.#writing.size <= mostStandingReady) letOn();
          const effects = noEffects();
          const nextRevision = tx.revision + 1;
          const value = await Pipeline.during((writes) => work({ ...tx, nextRevision, effects, writes }));
          const revision = effects.changed ? nextRevision : tx.revision;
          const changes = changesOf(workspace, revision, effects);
          if (effects.changed) {
            await this.#bump(trx, workspace, revision, afterWrite(parts, tx.revision, effects.touchedParts));
          }
          if (effects.accessChanged) await this.#bumpAccess(trx, workspace);
          await this.#notify(trx, changes);
          return { value, revision, changes, filled: effects.filled };
        });
      }),
    );
    this.changes.saw(workspace, written.revision);
    for (const change of written.changes) this.changes.tell(change);
    if (written.changes.length > 0) this.#refused = undefined;
    // What is rehearsed goes again.
    if (this.#shared === undefined) {
      await this.#statistics.follow(workspace, written.filled);
      await this.backend.afterWrite();
    }
    return { value: written.value, revision: String(written.revision), replayed: false };
  }

  /** A session whose every call happens in one transaction, which {@link Session.close} of it takes back. */
  rehearse(): Promise<Session> {
    return this.#sharing('write');
  }

  /** A session whose every call reads as of the moment of the first, until {@link Session.close} of it. */
  snapshot(): Promise<Session> {
    const { promise, resolve, reject } = Promise.withResolvers<Session>();
    const lane = String(this.#snapshotsTaken++ % snapshotsAtOnce);
    this.#snapshots
      .run(lane, async () => {
        const { promise: ended, resolve: end } = Promise.withResolvers<void>();
        resolve(await this.#sharing('snapshot', end));
        await ended;
      })
      .catch(reject);
    return promise;
  }

  async #sharing(mode: 'write' | 'snapshot', onEnd: () => void = () => undefined): Promise<Session> {
    const shared = await this.#translated(() =>
      SharedTransaction.begin(this.backend.db, mode, (ended) => {
        this.#transactions.delete(ended);
        onEnd();
      }),
    );
    this.#transactions.add(shared);
    return new Session(this.backend, this.now, new ChangeFeed(), shared);
  }

  /** Works inside a workspace that may not be there yet. */
  async inside<T>(workspace: string, work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    return this.#translated(() =>
      this.#transact(async (trx) => {
        await this.#enter(trx, workspace);
        return work(trx);
      }),
    );
  }

  /** Resolves when the database answers. */
  async ping(): Promise<void> {
    await this.#translated(() => sql`select 1`.execute(this.backend.db));
  }

  /** Resolves when writes are taken, as far as is known. @throws DiskFull */
  async checkWritable(): Promise<void> {
    this.backend.assertWritable();
    if (this.#refused !== undefined && Date.now() - this.#refused.at < refusedFor) throw this.#refused.error;
  }

  /** Works as the role that may list workspaces and nothing else. */
  async asDirectory<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T> {
    return this.#translated(() =>
      this.#transact(async (trx) => {
        await sql`select set_config('role', ${directoryRole}, true)`.execute(trx);
        return work(trx);
      }),
    );
  }

  #transact<T>(work: (trx: Transaction<Database>) => Promise<T>, isolation?: 'repeatable read'): Promise<T> {
    if (this.#shared !== undefined) return this.#shared.run(work);
    const transaction = this.backend.db.transaction();
    return (isolation === undefined ? transaction : transaction.setIsolationLevel(isolation)).execute(work);
  }

  async #enter(trx: Transaction<Database>, workspace: string): Promise<void> {
    if (!isStorable(workspace)) throw new UnknownWorkspace(workspace);
    await sql`select set_config('role', ${appRole}, true), set_config('plimsoll.workspace', ${workspace}, true)`.execute(
      trx,
    );
  }

  async #open(trx: Transaction<Database>, workspace: string, mode: 'share' | 'write'): Promise<OpenTransaction> {
    const query = trx
      .selectFrom('workspace')
      .select(['currency', 'time_zone', 'policy', 'revision', 'part_revisions'])
      .where('workspace_id', '=', workspace);
    const row = await (mode === 'write' ? query.forNoKeyUpdate() : query).executeTakeFirst();
    if (row === undefined) throw new UnknownWorkspace(workspace);
    const now = this.now();
    return {
      trx,
      ahead: await sentAtOnce(trx),
      workspace,
      currency: row.currency,
      timeZone: row.time_zone,
      recognition: recognitionOf({ ...defaultPolicy, ...row.policy }),
      revision: row.revision,
      parts: row.part_revisions,
      touchedAt: (part) => touchedAt(row.part_revisions, row.revision, part),
      now,
      today: dayInZone(now, row.time_zone),
    };
  }

  async #bump(trx: Transaction<Database>, workspace: string, revision: number, parts: PartRevisions): Promise<void> {
    await trx
      .updateTable('workspace')
      .set({ revision, part_revisions: JSON.stringify(parts) })
      .where('workspace_id', '=', workspace)
      .execute();
  }

  /** Counts a change of access, for stores that poll. */
  async #bumpAccess(trx: Transaction<Database>, workspace: string): Promise<void> {
    await trx
      .updateTable('workspace')
      .set(({ eb }) => ({ access_revision: eb('access_revision', '+', 1) }))
      .where('workspace_id', '=', workspace)
      .execute();
  }

  /** Sends changes to other stores with the commit, and not at all without one. */
  async #notify(trx: Transaction<Database>, changes: readonly ChangeEvent[]): Promise<void> {
    if (this.backend.listen === undefined) return;
    for (const change of changes) {
      await sql`select pg_notify(${changeChannel}, ${formatNotice({ origin: this.origin, change })})`.execute(trx);
    }
  }

  async #translated<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw closed();
    const working = work();
    this.#working.add(working);
    try {
      return await working;
    } catch (error) {
      const translated = this.backend.translate(error) ?? error;
      // A folder's disk is asked each time.
      if (translated instanceof DiskFull && this.backend.kind === 'postgresql')
        this.#refused = { error: translated, at: Date.now() };
      throw translated;
    } finally {
      this.#working.delete(working);
    }
  }

  /** Lets what is under way finish, and then go of the database, or of the one transaction. Calls after it reject. */
  close(): Promise<void> {
    this.#closing ??= this.#letGo();
    return this.#closing;
  }

  async #letGo(): Promise<void> {
    if (this.#shared !== undefined) return this.#shared.rollback();
    // What is under way may wait for one of them to end.
    await Promise.allSettled([...this.#transactions].map((shared) => shared.rollback()));
    await Promise.allSettled(this.#working);
    await this.backend.close();
  }
}

/** A transaction with what is kept of the parts of its ledger. */
interface OpenTransaction extends WorkspaceTransaction {
  readonly parts: PartRevisions;
}

function noEffects(): WriteEffects {
  return {
    changed: false,
    accessChanged: false,
    createdAccounts: new Set(),
    redatedAccounts: new Set(),
    touchedAccounts: new Set(),
    touchedParts: new Set(),
    filled: new Map(),
    due: new HealthDue(),
  };
}

function closed(): DatabaseUnavailable {
  return new DatabaseUnavailable(
    'DatabaseUnavailable: the store was closed. Nothing more can be read or written through it. Open it again.',
  );
}
