import type { QuotaState, QuotaUse } from './quotas/use-quota.ts';
import type { ApiKeyHolder, EmbedKey, TokenIdentity } from './records/keys.ts';
import type { WorkspaceInfo, WorkspaceRecord } from './records/workspace.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Snapshot } from './snapshot.ts';
import type { WorkspaceStore } from './workspace-store.ts';

/** Where the records are kept, and what time it is. */
export interface StoreOptions {
  /** A folder for the database in process, made when absent, or `'memory'`. Not read when `databaseUrl` is given. */
  readonly dataDir?: string;
  /**
   * Whether the database in process waits at each commit until the write is on the disk (`fsync`), so that it outlives a
   * power cut too. Costs one `fsync` a write: under a millisecond on an SSD with a protected cache, 5 to 20 ms on a disk.
   * Without it a power cut, or a crash of the operating system, can take the writes of the last half minute and, in the
   * worst case, the database; a crash or `kill -9` of the process takes nothing. Not read with `databaseUrl`: a PostgreSQL
   * server has its own settings.
   *
   * @default false
   */
  readonly durable?: boolean;
  /**
   * MB that have to be free on the disk of `dataDir` for writes to be taken; below it they reject with DiskFull while
   * reading goes on. A database in process ends when its log cannot grow. Besides, 32 MB are kept in the file `ballast`.
   * At least 32.
   *
   * @default 64
   */
  readonly diskReserve?: number;
  /** `postgres://…` of a PostgreSQL 15 or later. */
  readonly databaseUrl?: string;
  /**
   * How to hear of other processes' writes on PostgreSQL: `listen` to its notifications, or `poll` twice a second. Where
   * notifications turn out not to arrive, as behind a pooler in transaction mode, `listen` polls too.
   *
   * @default 'listen'
   */
  readonly changes?: 'listen' | 'poll';
  /**
   * How many MB of memory the history of one workspace may take. One that takes more is not held: its numbers are worked
   * out in passes over the database, see `WorkspaceStore.reader`. A million accounts with three
   * years of revenue fit into the default. Infinity: every workspace is held.
   *
   * @default 1024
   */
  readonly memoryBudget?: number;
  /** How many accounts of a workspace that is not held are looked at together. @default 16384 */
  readonly accountsAtOnce?: number;
  /** Milliseconds since 1970-01-01T00:00Z. @default Date.now */
  readonly now?: () => number;
}

/** A committed write. */
export interface ChangeEvent {
  readonly workspace: string;
  /** Revision that the write made; the present one with `kind: 'access'`, which makes none. */
  readonly revision: string;
  /**
   * `response`: somebody answered a survey. `access`: a key or a token was revoked, so that credentials which were valid
   * before may not be any more. Absent: anything else.
   */
  readonly kind?: 'response' | 'access';
  /** Internal id, with `kind: 'response'`. */
  readonly responseId?: string;
  /**
   * With `kind: 'access'`: the id of the token, the subject or the id of the key that was revoked, so that its holders can be
   * checked first. Absent where it is not known, or longer than a notification should be.
   */
  readonly revoked?: string;
}

/**
 * The records of every workspace. Calls reject with {@link DatabaseUnavailable} while the database is away and work again
 * once it is back.
 */
export interface Store {
  readonly backend: 'pglite' | 'postgresql';

  /** Resolves when the database answers. */
  ping(): Promise<void>;

  /**
   * Resolves when writes are taken. Asks for the free space of a data folder; of a PostgreSQL server it knows only what
   * the writes of the last minute came to.
   *
   * @throws DiskFull where they are refused
   */
  checkWritable(): Promise<void>;

  /**
   * Makes an empty workspace.
   *
   * @throws WorkspaceExists, InvalidSetting
   */
  createWorkspace(workspace: WorkspaceRecord): Promise<WorkspaceInfo>;

  /** Every workspace by key: the one question that crosses them. */
  listWorkspaces(): Promise<readonly { readonly key: string; readonly name: string }[]>;

  /** One workspace's records. Cheap, asks nothing; its methods throw UnknownWorkspace where there is none. */
  workspace(key: string): WorkspaceStore;

  /**
   * Who holds an API key; `null` for one that is malformed, unknown, expired or revoked. The use is recorded in the background, at
   * most once a minute.
   */
  authenticateApiKey(secret: string): Promise<ApiKeyHolder | null>;

  /** The key that a workspace's embed tokens of `keyId` are checked with; `null` where unknown, expired or revoked. */
  embedKey(workspace: string, keyId: string): Promise<EmbedKey | null>;

  /** Records, in the background and at most once a minute, that a token of a key was verified. Never throws. */
  noteEmbedKeyUse(workspace: string, keyId: string): void;

  /** Whether a token was revoked: by its id, with everything its subject held, or with all issued before an instant. */
  isRevoked(workspace: string, token: TokenIdentity): Promise<boolean>;

  /**
   * Tells of every write: this process's own right after its commit, on PostgreSQL other processes' too. Each once.
   * After a lost connection the present revision is told, so that nothing stays stale; so it is where other processes'
   * writes have to be polled for, within a second and without `kind: 'response'`. Changes of access are also told when
   * one may have been missed.
   *
   * @returns unsubscribes
   */
  onChange(listener: (change: ChangeEvent) => void): () => void;

  /** Uses some of a quota that every process on the same database shares; see {@link QuotaUse}. */
  useQuota(use: QuotaUse): Promise<QuotaState>;

  /** Begins a rehearsal: a store in which nothing stays. It has to be ended. */
  rehearse(): Promise<Rehearsal>;

  /** Holds on to the present moment for reading. It has to be ended. */
  snapshot(): Promise<Snapshot>;

  /** Lets go of the database. Calls after it reject. */
  close(): Promise<void>;
}
