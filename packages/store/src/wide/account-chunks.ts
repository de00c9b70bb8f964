import type { AccountFilter } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import type { AccountRow } from '../ledger/account-rows.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import { narrowing } from './narrowing.ts';
import type { WideReads } from './wide-reads.ts';

/** Some accounts of a workspace. */
export interface AccountChunk {
  readonly rows: readonly AccountRow[];
  /** Whether no other account of the workspace is between the least and the greatest of them, by id. */
  readonly contiguous: boolean;
}

/** Which accounts are gone through, and what of them is asked for. */
export interface ChunkQuestion {
  /** At least the accounts that any of these holds for; `undefined` among them: every account. */
  readonly filters: readonly (AccountFilter | undefined)[];
  readonly reads: WideReads;
  readonly accountsAtOnce: number;
}

/** Goes through accounts by id, so many at once. Names and external ids that nobody looks at are left out. */
export async function* accountChunks(
  tx: WorkspaceTransaction,
  { filters, reads, accountsAtOnce }: ChunkQuestion,
): AsyncGenerator<AccountChunk> {
  const narrowed = narrowing(filters);
  const where = narrowed === undefined ? sql`` : sql`and ${narrowed}`;
  for (let after: string | undefined; ; ) {
    const next = after === undefined ? sql`` : sql`and account_id > ${after}::uuid`;
    const rows: readonly AccountRow[] = await packedRows<AccountRow>(
      tx.trx,
      sql`account_id, ${reads.names ? sql`external_id, name` : sql`'', ''`}, ${traitsOf(reads.traits)}, unconverted, tags,
          ${dayNumber('created_on')}`,
      sql`from (
            select * from account where workspace_id = ${tx.workspace} ${next} ${where}
            order by account_id limit ${accountsAtOnce}
          ) as chunk`,
    );
    if (rows.length > 0) yield { rows, contiguous: narrowed === undefined };
    if (rows.length < accountsAtOnce) return;
    after = rows.at(-1)?.[0];
  }
}

function traitsOf(keys: WideReads['traits']): RawBuilder<unknown> {
  if (keys === 'ALL') return sql`traits`;
  if (keys.length === 0) return sql`'{}'::jsonb`;
  return sql`(
    select coalesce(jsonb_object_agg(key, value), '{}'::jsonb) from jsonb_each(traits)
    where key = any(${arrayOf('text', [...new Set(keys)])})
  )`;
}
