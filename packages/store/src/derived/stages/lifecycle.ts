import { defaultLifecycle, type Lifecycle } from '@plimsoll/metrics';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';

/** The workspace's lifecycle; the default one where none was saved. */
export async function loadLifecycle(tx: WorkspaceTransaction): Promise<Lifecycle> {
  const row = await tx.trx
    .selectFrom('lifecycle')
    .select('lifecycle')
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  return row?.lifecycle ?? defaultLifecycle;
}
