import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../schema/arrays.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';
import type { LoadedHistories } from './account-histories.ts';
import { type UnpackedColumns, unpackHistories } from './packed-histories.ts';

/** An account as it stands: `[id, external id, name, traits, unconverted]`. */
export type AccountRow = readonly [string, string, string, Readonly<Record<string, string>>, boolean];

/** An answer: `[id, survey, account, respondent, day, answer, instant in milliseconds]`. */
export type ResponseRow = readonly [string, string, string | null, string, Day, number, number];

/** A showing: `[survey, account, day]`. */
export type ExposureRow = readonly [string, string | null, Day];

/** A movement as it is packed. */
const movementShape = { days: 'int', kinds: 'byte', amounts: 'float' } as const;
/** A score as it is packed. */
const healthShape = { days: 'int', scores: 'float', coverages: 'float' } as const;

/** A cost as it is packed. */
const costShape = { categories: 'byte', starts: 'int', ends: 'int', amounts: 'float' } as const;

/** Columns of movements, of scores, and of costs. */
export type MovementHistories = UnpackedColumns<typeof movementShape>;
export type HealthHistories = UnpackedColumns<typeof healthShape>;
export type CostHistories = UnpackedColumns<typeof costShape>;

// So many accounts' rows are packed at once that a database in process, which never gives memory back, needs little.
const accountsAtOnce = 16_384;

// One question a table, put together by the reader: joined, they hang on statistics that a database which has just been
// filled does not have, and a wrong guess made them a hundred times slower.

/** Accounts changed after a revision (-1: all), in no order. */
export function loadAccountRows(tx: WorkspaceTransaction, after: number): Promise<readonly AccountRow[]> {
  return packedRows(
    tx.trx,
    sql`account_id, external_id, name, traits, unconverted`,
    sql`from account where workspace_id = ${tx.workspace} and touched_revision > ${after}`,
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

/** Movements of accounts. `everyone`: whether these are all accounts there are. */
export async function loadMovements(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<LoadedHistories<MovementHistories>> {
  const row = sql`int4send(day - date '1970-01-01') || substring(int2send(kind) from 2) || float8send(amount)`;
  return unpackHistories(await packed(tx, 'movement', row, accountIds, everyone), movementShape);
}

/** Scores of accounts; NaN where nothing was known any more. */
export async function loadHealth(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<LoadedHistories<HealthHistories>> {
  const row = sql`int4send(day - date '1970-01-01') || float8send(coalesce(score, 'NaN')) || float8send(coverage)`;
  return unpackHistories(await packed(tx, 'health_score', row, accountIds, everyone), healthShape);
}

/** Costs of accounts, those of the whole workspace left out; NaN where no exchange rate was known. */
export async function loadCosts(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<LoadedHistories<CostHistories>> {
  const row = sql`substring(int2send(category) from 2) || int4send(starts_on - date '1970-01-01')
    || int4send(ends_on - date '1970-01-01') || float8send(coalesce(reporting_minor::float8, 'NaN'))`;
  return unpackHistories(
    await packed(tx, 'cost', row, accountIds, everyone, sql`starts_on, source, external_id`),
    costShape,
  );
}

/** Rows of accounts as bytes, each with its account's id before it; those of one account together, oldest first. */
async function packed(
  tx: WorkspaceTransaction,
  table: string,
  row: RawBuilder<unknown>,
  accountIds: readonly string[],
  everyone: boolean,
  order = sql`day`,
): Promise<readonly Buffer[]> {
  const sorted = [...accountIds].sort();
  const chunks: Buffer[] = [];
  for (let start = 0; start < sorted.length; start += accountsAtOnce) {
    const some = sorted.slice(start, start + accountsAtOnce);
    const theirs = everyone
      ? sql`between ${some[0]}::uuid and ${some.at(-1)}::uuid`
      : sql`= any(${arrayOf('uuid', some)})`;
    const { rows } = await sql<{ readonly packed: Buffer | null }>`
      select string_agg(uuid_send(account_id) || ${row}, ''::bytea) as packed
      from (
        select * from ${sql.table(table)} where workspace_id = ${tx.workspace} and account_id ${theirs}
        order by account_id, ${order}
      ) as ordered`.execute(tx.trx);
    chunks.push(...rows.flatMap(({ packed }) => packed ?? []));
  }
  return chunks;
}

/** Answers changed after a revision (-1: all), in no order. */
export function loadResponseRows(tx: WorkspaceTransaction, after: number): Promise<readonly ResponseRow[]> {
  return packedRows(
    tx.trx,
    sql`response_id, survey_key, account_id, respondent, day - date '1970-01-01', answer,
        (extract(epoch from responded_at) * 1000)::bigint`,
    sql`from response where workspace_id = ${tx.workspace} and touched_revision > ${after}`,
  );
}

/** Showings recorded after a revision (-1: all), in no order. */
export function loadExposureRows(tx: WorkspaceTransaction, after: number): Promise<readonly ExposureRow[]> {
  return packedRows(
    tx.trx,
    sql`survey_key, account_id, day - date '1970-01-01'`,
    sql`from exposure where workspace_id = ${tx.workspace} and created_revision > ${after}`,
  );
}
