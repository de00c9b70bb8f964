import { sql } from 'kysely';
import { arrayOf } from '../schema/arrays.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

/** Marks accounts as changed at this write's revision, so that a ledger is brought forward by them alone. */
export async function touchAccounts(tx: WriteTransaction, accountIds: Iterable<string>): Promise<void> {
  const touched = [...new Set(accountIds)].filter((id) => !tx.effects.touchedAccounts.has(id));
  if (touched.length === 0) return;
  for (const id of touched) tx.effects.touchedAccounts.add(id);
  tx.effects.changed = true;
  await sql`
    update account set touched_revision = ${tx.nextRevision}
    where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', touched)})`.execute(tx.trx);
}
