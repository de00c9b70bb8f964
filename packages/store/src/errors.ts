/** The root of every error this package throws on purpose. The message says what happened, why it matters and what to do. */
export class StoreError extends Error {
  override readonly name: string = 'StoreError';
}

/** The database cannot be reached, or refuses us. Nothing that was acknowledged is lost; calls work again once it is back. */
export class DatabaseUnavailable extends StoreError {
  override readonly name = 'DatabaseUnavailable';
}

/**
 * The disk of the database is full, or so nearly full that a write could not end safely. Nothing of the refused write
 * was stored, reading goes on, and writes are taken again once there is room.
 */
export class DiskFull extends StoreError {
  override readonly name = 'DiskFull';
}

/** The database is there but too old, or its user may not do what the store needs. */
export class UnsupportedDatabase extends StoreError {
  override readonly name = 'UnsupportedDatabase';
}

/** Another process works on the data folder. */
export class DataDirInUse extends StoreError {
  override readonly name = 'DataDirInUse';
}

/** There is no workspace of that key. */
export class UnknownWorkspace extends StoreError {
  override readonly name = 'UnknownWorkspace';

  constructor(key: string) {
    super(
      `UnknownWorkspace: there is no workspace "${key}". Every record belongs to a workspace, so nothing was read or written. Create it first, or check the key for a typing error.`,
    );
  }
}

/** A workspace of that key is there already. */
export class WorkspaceExists extends StoreError {
  override readonly name = 'WorkspaceExists';

  constructor(key: string) {
    super(
      `WorkspaceExists: there is a workspace "${key}" already. Its records stay as they are. Choose another key, or use the one that is there.`,
    );
  }
}

/** A setting of a workspace, a key or the store itself that makes no sense. */
export class InvalidSetting extends StoreError {
  override readonly name = 'InvalidSetting';
  /** Which of several settings it is, such as `policy.churnAt`; `null` where only one can be meant. */
  readonly field: string | null;

  constructor(message: string, field: string | null = null) {
    super(message);
    this.field = field;
  }
}

/** A workspace has as many keys of a kind as it may. */
export class KeyLimitReached extends StoreError {
  override readonly name = 'KeyLimitReached';

  constructor(kind: 'API' | 'embed') {
    super(
      `KeyLimitReached: the workspace has 100 ${kind} keys that are neither revoked nor expired, which is the limit. Another was not created. Revoke keys that are not used any more.`,
    );
  }
}

/** An idempotency key came before with other content. */
export class IdempotencyConflict extends StoreError {
  override readonly name = 'IdempotencyConflict';

  constructor() {
    super(
      'IdempotencyConflict: the idempotency key was used in the last 24 hours for a request of other content. Nothing was written. Send the same request again, or use a new key for another one.',
    );
  }
}

/** A workspace takes more memory than it may, and was asked for what is only answered from memory. */
export class LedgerTooLarge extends StoreError {
  override readonly name = 'LedgerTooLarge';
}

/** Something was written to a workspace while it was read question by question. */
export class WorkspaceMoved extends StoreError {
  override readonly name = 'WorkspaceMoved';

  constructor(key: string) {
    super(
      `WorkspaceMoved: the workspace "${key}" was written to while it was being read. Numbers of two revisions do not add up, so none was given. Ask again.`,
    );
  }
}
