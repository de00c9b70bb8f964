import type { Day, Ledger } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';
import { historyPart } from './history-part.ts';
import { type LedgerPart, wholePart } from './ledger-part.ts';

type CostColumns = Ledger['costs'];

/** Costs of accounts; NaN where no exchange rate was known. */
const ofAccounts = historyPart({
  from: sql`cost`,
  order: sql`starts_on, source, external_id`,
  columns: {
    categories: ['byte', sql`category`],
    starts: ['int', dayNumber('starts_on')],
    ends: ['int', dayNumber('ends_on')],
    amounts: ['float', sql`coalesce(reporting_minor::float8, 'NaN')`],
  },
});

/** Costs of the whole workspace: all of them, for they are few and any of them may have moved to an account. */
const shared = wholePart(loadShared);

/** Costs of accounts, and beside them those of the whole workspace. */
export const costs: LedgerPart<CostColumns> = {
  forward: async (before, step) => ({
    ...(await ofAccounts.forward(before, step)),
    shared: await shared.forward(before.shared, step),
  }),
};

async function loadShared(tx: WorkspaceTransaction): Promise<CostColumns['shared']> {
  const rows = await packedRows<readonly [number, Day, Day, number | null]>(
    tx.trx,
    sql`category, ${dayNumber('starts_on')}, ${dayNumber('ends_on')}, reporting_minor`,
    sql`from (
          select * from cost where workspace_id = ${tx.workspace} and account_id is null
          order by starts_on, source, external_id
        ) as shared`,
  );
  return {
    categories: Uint8Array.from(rows, ([category]) => category),
    starts: Int32Array.from(rows, ([, start]) => start),
    ends: Int32Array.from(rows, ([, , end]) => end),
    amounts: Float64Array.from(rows, ([, , , amount]) => amount ?? Number.NaN),
  };
}
