import type { Commitment } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { touchAccounts } from '../ingest/touch-accounts.ts';
import { dayNumber } from '../schema/days.ts';
import { insertRows } from '../transactions/insert-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { deleteHistory } from './delete-history.ts';
import { type DayRow, firstDifferences } from './first-difference.ts';

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
  const before = await deleteHistory(tx, 'commitment', sql`${dayNumber('day')}, set_to_cancel, signed`, known);
  const after = new Map<string, DayRow[]>();
  for (const { accountId, day, setToCancel, signed } of rows) {
    const own = after.get(accountId) ?? [];
    after.set(accountId, own);
    own.push([day, setToCancel, signed]);
  }
  // Most accounts never have any, and a part that nobody touched is not asked for.
  const accountIds = [...new Set([...before.keys(), ...after.keys()])];
  await touchAccounts(tx, accountIds, 'commitments', firstDifferences(accountIds, before, after));
  await insertRows(tx, 'commitment', rows, {
    account_id: ['uuid', ({ accountId }) => accountId],
    day: ['date', ({ day }) => day],
    set_to_cancel: ['bigint', ({ setToCancel }) => setToCancel],
    signed: ['bigint', ({ signed }) => signed],
  });
}
