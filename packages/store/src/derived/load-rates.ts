import { type Day, ExchangeRates } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** The rates of some currencies into the workspace's own, which need not be among them. */
export async function loadRates(tx: WorkspaceTransaction, currencies: Iterable<string>): Promise<ExchangeRates> {
  const foreign = [...new Set(currencies)].filter((currency) => currency !== tx.currency);
  if (foreign.length === 0) return new ExchangeRates(tx.currency);
  const rows = await packedRows<readonly [string, Day, string]>(
    tx.trx,
    sql`currency, day - date '1970-01-01', rate::text`,
    sql`from exchange_rate where workspace_id = ${tx.workspace} and currency = any(${foreign}::text[])`,
  );
  return new ExchangeRates(
    tx.currency,
    rows.map(([currency, day, rate]) => ({ currency, day, rate })),
  );
}
