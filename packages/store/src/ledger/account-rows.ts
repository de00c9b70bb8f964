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

/** Accounts changed after a revision (-1: all), in no order. */
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
    tx.trx,
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
