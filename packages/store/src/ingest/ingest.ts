import type { RecordResult } from '../records/batch.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

/**
 * What is left to be done with a batch in a transaction of its workspace. The records themselves are read before, as far as
 * that takes nothing but them: while a transaction is under way, every other writer waits.
 *
 * @returns a result per record, in their order
 */
export type Ingest = (tx: WriteTransaction) => Promise<readonly RecordResult[]>;
