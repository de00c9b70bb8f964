import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf, type ElementType } from '../../schema/arrays.ts';
import { dateOf, dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
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
  if (contracts.length === 0) return;
  const column = <Key extends keyof StoredContract>(type: ElementType, key: Key) =>
    arrayOf(
      type,
      contracts.map((contract) => {
        const value: string | number | boolean | null = contract[key];
        return typeof value === 'boolean' ? Number(value) : value;
      }),
    );
  await sql`
    insert into contract (workspace_id, source, contract_id, contract_no, account_id, starts_on, ends_on, amount_minor,
      currency, auto_renew, notice_days, status, signed_on, renews, renewed_on, renewed_minor, lost_on)
    select ${tx.workspace}, ${source}, new.contract_id, new.contract_no, new.account_id, ${dateOf(sql`new.starts_on`)},
      ${dateOf(sql`new.ends_on`)}, new.amount_minor, new.currency, new.auto_renew = 1, new.notice_days, new.status,
      ${dateOf(sql`new.signed_on`)}, new.renews, ${dateOf(sql`new.renewed_on`)}, new.renewed_minor,
      ${dateOf(sql`new.lost_on`)}
    from unnest(
      ${column('text', 'contractId')}, ${column('int', 'number')}, ${column('uuid', 'accountId')},
      ${column('int', 'startsOn')}, ${column('int', 'endsOn')}, ${column('bigint', 'amountMinor')},
      ${column('text', 'currency')}, ${column('smallint', 'autoRenew')}, ${column('int', 'noticeDays')},
      ${column('text', 'status')}, ${column('int', 'signedOn')}, ${column('text', 'renews')},
      ${column('int', 'renewedOn')}, ${column('bigint', 'renewedMinor')}, ${column('int', 'lostOn')}
    ) as new (contract_id, contract_no, account_id, starts_on, ends_on, amount_minor, currency, auto_renew, notice_days,
      status, signed_on, renews, renewed_on, renewed_minor, lost_on)
    on conflict (workspace_id, source, contract_id) do update set
      account_id = excluded.account_id, starts_on = excluded.starts_on, ends_on = excluded.ends_on,
      amount_minor = excluded.amount_minor, currency = excluded.currency, auto_renew = excluded.auto_renew,
      notice_days = excluded.notice_days, status = excluded.status, signed_on = excluded.signed_on,
      renews = excluded.renews, renewed_on = excluded.renewed_on, renewed_minor = excluded.renewed_minor,
      lost_on = excluded.lost_on`.execute(tx.trx);
}
