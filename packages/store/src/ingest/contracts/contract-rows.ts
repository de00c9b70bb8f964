import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import type { ParsedContract } from './parse-contract.ts';

/** A contract with its place in the workspace. */
export interface StoredContract extends Omit<ParsedContract, 'account'> {
  readonly number: number;
  readonly accountId: string;
}

type Row = readonly [
  string,
  number,
  string,
  Day,
  Day,
  number,
  string,
  boolean,
  number,
  StoredContract['status'],
  Day | null,
  string | null,
  Day | null,
  number | null,
  Day | null,
];

/** Contracts of one source: those of some ids, or those that renew one of them. */
export async function loadContracts(
  tx: WriteTransaction,
  source: string,
  ids: readonly string[],
  by: 'contract_id' | 'renews' = 'contract_id',
): Promise<readonly StoredContract[]> {
  if (ids.length === 0) return [];
  const rows = await packedRows<Row>(
    tx.trx,
    sql`contract_id, contract_no, account_id, ${dayNumber('starts_on')}, ${dayNumber('ends_on')}, amount_minor, currency,
        auto_renew, notice_days, status, ${dayNumber('signed_on')}, renews, ${dayNumber('renewed_on')}, renewed_minor,
        ${dayNumber('lost_on')}`,
    sql`from contract where workspace_id = ${tx.workspace} and source = ${source}
        and ${sql.ref(by)} = any(${arrayOf('text', [...new Set(ids)])})`,
  );
  return rows.map((row) => ({
    contractId: row[0],
    number: row[1],
    accountId: row[2],
    startsOn: row[3],
    endsOn: row[4],
    amountMinor: row[5],
    currency: row[6],
    autoRenew: row[7],
    noticeDays: row[8],
    status: row[9],
    signedOn: row[10],
    renews: row[11],
    renewedOn: row[12],
    renewedMinor: row[13],
    lostOn: row[14],
  }));
}

/** The largest number that a contract has so far; 0 without any. */
export async function lastContractNumber(tx: WriteTransaction): Promise<number> {
  const { rows } = await sql<{ readonly last: number | null }>`
    select max(contract_no) as last from contract where workspace_id = ${tx.workspace}`.execute(tx.trx);
  return rows[0]?.last ?? 0;
}

/** Writes contracts in place of those of the same source and id; what they come to is worked out apart. */
export async function saveContracts(
  tx: WriteTransaction,
  source: string,
  contracts: readonly StoredContract[],
): Promise<void> {
  await insertRows(
    tx,
    'contract',
    contracts,
    {
      contract_id: ['text', (contract) => contract.contractId],
      source: ['text', () => source],
      contract_no: ['int', (contract) => contract.number],
      account_id: ['uuid', (contract) => contract.accountId],
      starts_on: ['date', (contract) => contract.startsOn],
      ends_on: ['date', (contract) => contract.endsOn],
      amount_minor: ['bigint', (contract) => contract.amountMinor],
      currency: ['text', (contract) => contract.currency],
      auto_renew: ['boolean', (contract) => contract.autoRenew],
      notice_days: ['int', (contract) => contract.noticeDays],
      status: ['text', (contract) => contract.status],
      signed_on: ['date', (contract) => contract.signedOn],
      renews: ['text', (contract) => contract.renews],
      renewed_on: ['date', (contract) => contract.renewedOn],
      renewed_minor: ['bigint', (contract) => contract.renewedMinor],
      lost_on: ['date', (contract) => contract.lostOn],
    },
    ['source', 'contract_id'],
  );
}
