import type { Day, Recognition } from '@plimsoll/metrics';
import type { QueryExecutorProvider, Transaction } from 'kysely';
import type { HealthDue } from '../derived/health/health-due.ts';
import type { PartName } from '../ledger/part-name.ts';
import type { Database } from '../schema/database.ts';
import type { Pipeline } from './pipeline.ts';
import type { FilledTable } from './statistics.ts';

/** A transaction that sees one workspace and nothing else. */
export interface WorkspaceTransaction {
  readonly trx: Transaction<Database>;
  /** The same, for statements that do not wait for the answers to those before; they run in the order they are sent. */
  readonly ahead: QueryExecutorProvider;
  /** Key of the workspace; it stands first in every condition and every row. */
  readonly workspace: string;
  readonly currency: string;
  readonly timeZone: string;
  /** What the workspace's policy takes for recurring revenue. */
  readonly recognition: Recognition;
  /** Revision that the transaction sees. */
  readonly revision: number;
  /** The revision at which a part of the ledger was last touched, or a later one that the transaction sees. */
  readonly touchedAt: (part: PartName) => number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number;
  /** The present day in the workspace's time zone. */
  readonly today: Day;
}

/** A transaction that holds the workspace's row, so that writers come one after the other. */
export interface WriteTransaction extends WorkspaceTransaction {
  /** Revision that the workspace has afterwards, if anything changes. */
  readonly nextRevision: number;
  /** What changed so far; see {@link WriteEffects}. */
  readonly effects: WriteEffects;
  /** Statements on their way whose answers nobody waits for; they are over before the transaction is. */
  readonly writes: Pipeline;
}

/** What a write did, gathered on the way to its commit. */
export interface WriteEffects {
  /** Whether the revision grows. */
  changed: boolean;
  /** Whether a key or token was revoked, so that holders of one have to be checked again. */
  accessChanged: boolean;
  /** The id of the token, the subject or the id of the key that was revoked, where it is one. */
  revoked?: string;
  /** The answer that somebody gave, where that is what the write is. */
  responseId?: string;
  readonly createdAccounts: Set<string>;
  /** Accounts of which the day of creation is another now. */
  readonly redatedAccounts: Set<string>;
  /** Accounts that bear this write's revision already, those made in it among them. */
  readonly touchedAccounts: Set<string>;
  /** Parts of the ledger that the write makes out of date. */
  readonly touchedParts: Set<PartName>;
  /** How many rows were added to tables that imports fill. */
  readonly filled: Map<FilledTable, number>;
  /** What is left to be worked out of accounts’ health. */
  readonly due: HealthDue;
}
