import { checkLifecycle, InvalidLifecycle, type Lifecycle } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchPart } from '../../ingest/touch-part.ts';
import type { RecordResult } from '../../records/batch.ts';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { loadLifecycle } from './lifecycle.ts';
import { rebuildStages } from './rebuild-stages.ts';

/** Replaces the lifecycle and works every account's stages out anew. @throws InvalidLifecycle */
export async function saveLifecycle(tx: WriteTransaction, lifecycle: Lifecycle): Promise<readonly RecordResult[]> {
  checkLifecycle(lifecycle);
  const stored = await tx.trx
    .selectFrom('lifecycle')
    .select('lifecycle')
    .where('workspace_id', '=', tx.workspace)
    .executeTakeFirst();
  // jsonb keeps its own order of keys, so texts are compared as the database writes them.
  const { rows } = await sql<{ readonly same: boolean }>`
    select ${JSON.stringify(lifecycle)}::text::jsonb = ${JSON.stringify(stored?.lifecycle ?? null)}::text::jsonb as same`.execute(
    tx.trx,
  );
  if (rows[0]?.same === true) return [{ status: 'unchanged' }];
  await refuseLoss(tx, lifecycle);
  const before = await loadLifecycle(tx);
  const content = { lifecycle: JSON.stringify(lifecycle) };
  await tx.trx
    .insertInto('lifecycle')
    .values({ workspace_id: tx.workspace, ...content })
    .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet(content))
    .execute();
  touchPart(tx, 'lifecycle');
  if (courseOf(before) !== courseOf(lifecycle)) await rebuildStages(tx, lifecycle, await everyAccount(tx));
  return [{ status: stored === undefined ? 'created' : 'updated' }];
}

/** What stages are worked out by: their order and their rules, not what they are called. */
function courseOf({ stages }: Lifecycle): string {
  return JSON.stringify(stages.map(({ key, rule }) => [key, rule]));
}

/** A stage that accounts were set to by hand cannot go: their history would have a hole. */
async function refuseLoss(tx: WriteTransaction, { stages }: Lifecycle): Promise<void> {
  const kept = arrayOf(
    'text',
    stages.map(({ key }) => key),
  );
  const lost = await packedRows<readonly [string, number]>(
    tx.trx,
    sql`stage, accounts`,
    sql`from (
          select stage, count(distinct account_id) as accounts from stage_setting
          where workspace_id = ${tx.workspace} and stage <> all(${kept})
          group by stage order by stage
        ) as lost`,
  );
  const [first] = lost;
  if (first !== undefined)
    throw new InvalidLifecycle(
      `InvalidLifecycle: the lifecycle lacks the stage "${first[0]}", which ${first[1]} accounts were set to by hand. Their history would have a hole. Keep it, or set them to another stage on those days first.`,
    );
}

async function everyAccount(tx: WriteTransaction): Promise<readonly string[]> {
  const accounts = await packedRows<readonly [string]>(
    tx.trx,
    sql`account_id`,
    sql`from account where workspace_id = ${tx.workspace}`,
  );
  return accounts.map(([id]) => id);
}
