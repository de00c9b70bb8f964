import { checkHealthModel, type HealthModel } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchPart } from '../ingest/touch-part.ts';
import type { RecordResult } from '../records/batch.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { loadHealthModel, rebuildHealth } from './health.ts';

/** Replaces the model and works every account's health out anew. @throws InvalidHealthModel */
export async function saveHealthModel(tx: WriteTransaction, model: HealthModel): Promise<readonly RecordResult[]> {
  checkHealthModel(model);
  const before = await loadHealthModel(tx);
  // jsonb keeps its own order of keys, so texts are compared as the database writes them.
  const { rows } = await sql<{ readonly same: boolean }>`
    select ${JSON.stringify(model)}::text::jsonb = ${JSON.stringify(before)}::text::jsonb as same`.execute(tx.trx);
  if (rows[0]?.same === true) return [{ status: 'unchanged' }];
  const content = { model: JSON.stringify(model) };
  touchPart(tx, 'healthBands');
  await tx.trx
    .insertInto('health_model')
    .values({ workspace_id: tx.workspace, ...content })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(content))
    .execute();
  const accounts = await packedRows<readonly [string]>(
    tx.trx,
    sql`account_id`,
    sql`from account where workspace_id = ${tx.workspace}`,
  );
  await rebuildHealth(
    tx,
    accounts.map(([id]) => id),
    model.factors.map(({ source }) => source.kind),
  );
  return [{ status: before === null ? 'created' : 'updated' }];
}
