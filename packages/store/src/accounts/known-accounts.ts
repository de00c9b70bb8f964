import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be an internal id at all: the database takes offence at others. */
export function isInternalId(id: string): boolean {
  return uuid.test(id);
}

/** Those of some internal ids that are accounts of the workspace. */
export async function knownAccounts(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly string[]> {
  const asked = accountIds.filter(isInternalId);
  if (asked.length === 0) return [];
  const rows = await packedRows<readonly [string]>(
    tx.trx,
    sql`account_id`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${asked}::uuid[])`,
  );
  return rows.map(([id]) => id);
}
