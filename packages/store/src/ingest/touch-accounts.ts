import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { PartName } from '../ledger/part-name.ts';
import { arrayOf } from '../schema/arrays.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { touchPart } from './touch-part.ts';

/**
 * Marks rows of accounts as changed by this write, so that a part of the ledger is brought forward by them alone, and the
 * health that hangs on it.
 *
 * @param from the first day by account on which anything changed; where it is absent, all of the account's days
 */
export async function touchAccounts(
  tx: WriteTransaction,
  accountIds: Iterable<string>,
  part: PartName,
  from?: ReadonlyMap<string, Day>,
): Promise<void> {
  const wanted = new Set(accountIds);
  if (wanted.size === 0) return;
  touchPart(tx, part);
  for (const id of wanted) tx.effects.due.add(part, id, from?.get(id));
  const touched = [...wanted].filter((id) => !tx.effects.touchedAccounts.has(id));
  if (touched.length === 0) return;
  for (const id of touched) tx.effects.touchedAccounts.add(id);
  await sql`
    update account set touched_revision = ${tx.nextRevision}
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', touched)})`.execute(tx.trx);
}

/** The first day of each account among rows of days. */
export function firstDays(rows: Iterable<{ readonly accountId: string; readonly day: Day }>): ReadonlyMap<string, Day> {
  const first = new Map<string, Day>();
  for (const { accountId, day } of rows)
    if (day < (first.get(accountId) ?? Number.POSITIVE_INFINITY)) first.set(accountId, day);
  return first;
}
