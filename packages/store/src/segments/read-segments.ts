import type { Segment } from '../records/segment.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** Every segment by key. */
export function readSegments(tx: WorkspaceTransaction): Promise<readonly Segment[]> {
  return tx.trx
    .selectFrom('segment')
    .select(['segment_key as key', 'name', 'description', 'filter'])
    .where('workspace_id', '=', tx.workspace)
    .orderBy('segment_key')
    .execute();
}
