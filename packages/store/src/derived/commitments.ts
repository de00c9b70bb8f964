import type { Commitment } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dateOf } from '../schema/days.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

/** What is known of an account's future, with the account. */
export interface AccountCommitment extends Commitment {
  readonly accountId: string;
}

/**
 * Puts what is known of accounts' future in place of what was.
 *
 * @param known accounts that may have some already
 */
export async function replaceCommitments(
  tx: WriteTransaction,
  known: readonly string[],
  rows: readonly AccountCommitment[],
): Promise<void> {
  const gone = known.length === 0 ? [] : await deleteCommitments(tx, known);
  // Most accounts never have any, and a part that nobody touched is not asked for.
  await touchAccounts(tx, [...gone, ...rows.map(({ accountId }) => accountId)], 'commitments');
  if (rows.length === 0) return;
  const column = (of: 'day' | 'setToCancel' | 'signed') =>
    arrayOf(
      of === 'day' ? 'int' : 'bigint',
      rows.map((row) => row[of]),
    );
  await sql`
    insert into commitment (workspace_id, account_id, day, set_to_cancel, signed)
    select ${tx.workspace}, new.account_id, ${dateOf(sql`new.day`)}, new.set_to_cancel, new.signed
    from unnest(
      ${arrayOf(
        'uuid',
        rows.map(({ accountId }) => accountId),
      )}, ${column('day')}, ${column('setToCancel')}, ${column('signed')}
    ) as new (account_id, day, set_to_cancel, signed)`.execute(tx.trx);
}

async function deleteCommitments(tx: WriteTransaction, accountIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly account_id: string }>`
    delete from commitment
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})
    returning account_id`.execute(tx.trx);
  return rows.map(({ account_id: id }) => id);
}
