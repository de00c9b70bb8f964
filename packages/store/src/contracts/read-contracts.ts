import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import type { Contract } from '../records/contract.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dayNumber } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** Contracts by their numbers; those that are not known are absent. */
export async function readContracts(
  tx: WorkspaceTransaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Contract>> {
  if (numbers.length === 0) return new Map();
  const rows = await packedRows<readonly [number, string, string, number, string, Day | null, string | null]>(
    tx.trx,
    sql`contract_no, source, contract_id, amount_minor, currency, ${dayNumber('signed_on')}, renews`,
    sql`from contract where workspace_id = ${tx.workspace} and contract_no = any(${arrayOf('int', numbers)})`,
  );
  return new Map(
    rows.map(([number, source, contractId, amountMinor, currency, signedOn, renews]) => [
      number,
      { number, source, contractId, amountMinor, currency, signedOn, renews },
    ]),
  );
}
