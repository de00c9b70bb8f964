import type { LedgerFeature } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** Every feature at the place of its number; at 0 what stands for none. The list before is given back where it still holds. */
export async function loadFeatures(
  tx: WorkspaceTransaction,
  before: readonly LedgerFeature[],
): Promise<readonly LedgerFeature[]> {
  const rows = await packedRows<readonly [number, string]>(
    tx.trx,
    sql`feature_no, feature_key`,
    sql`from feature where workspace_id = ${tx.workspace}`,
  );
  const features: LedgerFeature[] = [{ key: '' }];
  for (const [number, key] of rows) features[number] = { key };
  return JSON.stringify(features) === JSON.stringify(before) ? before : features;
}
