import type { LedgerFeature } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../../schema/packed-rows.ts';
import { wholePart } from './ledger-part.ts';

/** Every feature at the place of its number; at 0 what stands for none. */
export const features = wholePart<readonly LedgerFeature[]>(async ({ trx, workspace }) => {
  const rows = await packedRows<readonly [number, string, string, readonly string[]]>(
    trx,
    sql`feature_no, feature_key, coalesce(name, feature_key), plans`,
    sql`from feature where workspace_id = ${workspace}`,
  );
  const list: LedgerFeature[] = [{ key: '', name: '', plans: [] }];
  for (const [number, key, name, plans] of rows) list[number] = { key, name, plans };
  return list;
});
