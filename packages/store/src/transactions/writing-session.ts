import type { WriteTransaction } from './workspace-transaction.ts';

/** The result of a write. */
export interface Written<Value> {
  readonly value: Value;
  /** The workspace's revision after the write; the one before it where nothing changed. */
  readonly revision: string;
  /** Whether the result is the stored one of an earlier write, and nothing was written now. */
  readonly replayed: boolean;
}

/** How a result is stored for a later write with the same idempotency key. */
export interface Keeping<Value> {
  /** Whether to store it; a refusal is not stored, so that the write is executed when it is sent again. @default every result */
  readonly isKept?: (value: Value) => boolean;
  /** Restores what JSON turned into text, such as a Date. @default nothing */
  readonly revive?: (stored: Value) => Value;
}

/** The part of a session that writes need: its clock, and transactions to write in. */
export interface WritingSession {
  readonly now: () => number;
  /** Writes to one workspace in one transaction, after those who asked before. */
  write<Value>(
    workspace: string,
    work: (tx: WriteTransaction) => Promise<Value>,
    keeping?: Keeping<Value>,
  ): Promise<Written<Value>>;
}
