import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { isInternalId } from '../accounts/known-accounts.ts';
import type { AccountNames } from '../records/ledger-reader.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** An account as it stands: `[id, external id, name, traits, unconverted, tags, created]`. */
export type AccountRow = readonly [
  string,
  string,
  string,
  Readonly<Record<string, string>>,
  boolean,
  readonly string[],
  Day | null,
];

const accountsAtOnce = 16_384;

/** Every account, in no order: some at a time, so that the database goes on with the next while those are read here. */
export async function loadEveryAccountRow(tx: WorkspaceTransaction): Promise<readonly AccountRow[]> {
  const { rows } = await sql<{ readonly first: string }>`
    select account_id as first
    from (
      select account_id, row_number() over (order by account_id) as place from account where workspace_id = ${tx.workspace}
    ) as placed
    where place % ${accountsAtOnce}::int = 1 order by 1`.execute(tx.trx);
  const slices = rows.map(({ first }, slice) => {
    const next = rows[slice + 1]?.first;
    return accountsWhere(tx, sql`account_id >= ${first} ${next === undefined ? sql`` : sql`and account_id < ${next}`}`);
  });
  return (await Promise.all(slices)).flat();
}

/** Accounts changed after a revision, in no order. */
export function loadAccountRows(tx: WorkspaceTransaction, after: number): Promise<readonly AccountRow[]> {
  return accountsWhere(tx, sql`touched_revision > ${after}`);
}

/** Some accounts, in no order. */
export function loadAccountRowsOf(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly AccountRow[]> {
  return accountsWhere(tx, sql`account_id = any(${arrayOf('uuid', accountIds)})`);
}

/** Some accounts, by their ids or by the host's, in no order. */
export function loadAccountRowsNamed(tx: WorkspaceTransaction, names: AccountNames): Promise<readonly AccountRow[]> {
  return 'ids' in names
    ? loadAccountRowsOf(tx, names.ids.filter(isInternalId))
    : accountsWhere(tx, sql`external_id = any(${arrayOf('text', names.externalIds)})`);
}

function accountsWhere(tx: WorkspaceTransaction, which: RawBuilder<unknown>): Promise<readonly AccountRow[]> {
  return packedRows(
    tx.ahead,
    sql`account_id, external_id, name, traits, unconverted, tags, ${dayNumber('created_on')}`,
    sql`from account where workspace_id = ${tx.workspace} and ${which}`,
  );
}

/** External ids of accounts: `[id, external id]`. */
export function loadExternalIds(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly (readonly [string, string])[]> {
  return packedRows(
    tx.trx,
    sql`account_id, external_id`,
    sql`from account where workspace_id = ${tx.workspace} and account_id = any(${arrayOf('uuid', accountIds)})`,
  );
}
