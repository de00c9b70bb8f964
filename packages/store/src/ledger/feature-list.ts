import type { LedgerFeature } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** Every feature at the place of its number; at 0 what stands for none. The list before is given back where it still holds. */
export async function loadFeatures(
  tx: WorkspaceTransaction,
  before: readonly LedgerFeature[],
): Promise<readonly LedgerFeature[]> {
  const rows = await packedRows<readonly [number, string, string, readonly string[]]>(
    tx.trx,
    sql`feature_no, feature_key, coalesce(name, feature_key), plans`,
    sql`from feature where workspace_id = ${tx.workspace}`,
  );
  const features: LedgerFeature[] = [{ key: '', name: '', plans: [] }];
  for (const [number, key, name, plans] of rows) features[number] = { key, name, plans };
  return JSON.stringify(features) === JSON.stringify(before) ? before : features;
}
