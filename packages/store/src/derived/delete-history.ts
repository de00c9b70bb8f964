import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../schema/arrays.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import type { DayRow } from './first-difference.ts';

type Deleted = readonly [accountId: string, rows: readonly DayRow[]];

/**
 * Deletes derived rows of accounts and returns them by account, so that it can be told from which day on those that take
 * their place differ. In a workspace without health models the lists are empty, for nobody asks from which day.
 *
 * @param columns the day and the numbers of a row
 */
export async function deleteHistory(
  tx: WriteTransaction,
  table: 'movement' | 'commitment',
  columns: RawBuilder<unknown>,
  accountIds: readonly string[],
): Promise<ReadonlyMap<string, readonly DayRow[]>> {
  if (accountIds.length === 0) return new Map();
  const { rows } = await sql<{ readonly packed: readonly Deleted[] | null }>`
    with gone as (
      delete from ${sql.table(table)}
      where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})
      returning *
    ), packed as (
      select account_id, coalesce(
        json_agg(json_build_array(${columns})) filter (
          where exists (select from health_model where workspace_id = ${tx.workspace})
        ), '[]') as history
      from gone group by account_id
    )
    select json_agg(json_build_array(account_id, history)) as packed from packed`.execute(tx.trx);
  return new Map(rows[0]?.packed ?? []);
}
