import { sql } from 'kysely';
import type { PartName } from '../ledger/part-name.ts';
import { arrayOf } from '../schema/arrays.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { touchPart } from './touch-part.ts';

/** Marks rows of accounts as changed by this write, so that a part of the ledger is brought forward by them alone. */
export async function touchAccounts(tx: WriteTransaction, accountIds: Iterable<string>, part: PartName): Promise<void> {
  const wanted = new Set(accountIds);
  if (wanted.size === 0) return;
  touchPart(tx, part);
  const touched = [...wanted].filter((id) => !tx.effects.touchedAccounts.has(id));
  if (touched.length === 0) return;
  for (const id of touched) tx.effects.touchedAccounts.add(id);
  await sql`
    update account set touched_revision = ${tx.nextRevision}
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', touched)})`.execute(tx.trx);
}
