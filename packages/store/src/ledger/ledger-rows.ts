import { bandCodes, type Day, type HealthBand, type HealthColumns } from '@plimsoll/metrics';
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

/** A user's day as it is packed. */
const usageShape = { days: 'int', users: 'int', features: 'short' } as const;
/** An account's seats as they are packed. */
const seatShape = { days: 'int', seats: 'int' } as const;

/** A cost as it is packed. */
const costShape = { categories: 'byte', starts: 'int', ends: 'int', amounts: 'float' } as const;

/** Columns of movements, of scores, of costs, of users' days and of seats. */
export type MovementHistories = UnpackedColumns<typeof movementShape>;
export type HealthHistories = UnpackedColumns<typeof healthShape> & Pick<HealthColumns, 'bands'>;
export type CostHistories = UnpackedColumns<typeof costShape>;
export type UsageHistories = UnpackedColumns<typeof usageShape>;
export type SeatHistories = UnpackedColumns<typeof seatShape>;

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
  return unpackHistories(
    await packed(tx, { from: sql`movement`, order: sql`day`, row }, accountIds, everyone),
    movementShape,
  );
}

/** Scores of accounts, NaN where nothing was known any more, and which of the bands each falls in. */
export async function loadHealth(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
  bands: readonly HealthBand[],
): Promise<LoadedHistories<HealthHistories>> {
  const row = sql`int4send(day - date '1970-01-01') || float8send(coalesce(score, 'NaN')) || float8send(coverage)`;
  const { columns, ...rest } = unpackHistories(
    await packed(tx, { from: sql`health_score`, order: sql`day`, row }, accountIds, everyone),
    healthShape,
  );
  return { ...rest, columns: { ...columns, bands: bandCodes(bands, columns.scores) } };
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
    await packed(tx, { from: sql`cost`, order: sql`starts_on, source, external_id`, row }, accountIds, everyone),
    costShape,
  );
}

/** Days on which users of accounts were active: a day that was taken back is none. */
export async function loadUsage(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<LoadedHistories<UsageHistories>> {
  const row = sql`int4send(day - date '1970-01-01') || int4send(user_no) || int2send(feature_no)`;
  const from = sql`(select * from usage_day where events > 0 or sessions > 0 or seconds > 0) as active`;
  const order = sql`day, user_no, feature_no`;
  return unpackHistories(await packed(tx, { from, order, row }, accountIds, everyone), usageShape);
}

/** Seats that accounts are licensed for. */
export async function loadSeats(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
  everyone: boolean,
): Promise<LoadedHistories<SeatHistories>> {
  const row = sql`int4send(day - date '1970-01-01') || int4send(seats)`;
  return unpackHistories(
    await packed(tx, { from: sql`licensed_seats`, order: sql`day`, row }, accountIds, everyone),
    seatShape,
  );
}

/** What is packed: rows of a table, in an order within their account. */
interface PackedRows {
  readonly from: RawBuilder<unknown>;
  readonly order: RawBuilder<unknown>;
  readonly row: RawBuilder<unknown>;
}

/** Rows of accounts as bytes, each with its account's id before it; those of one account together. */
async function packed(
  tx: WorkspaceTransaction,
  { from, order, row }: PackedRows,
  accountIds: readonly string[],
  everyone: boolean,
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
        select * from ${from} where workspace_id = ${tx.workspace} and account_id ${theirs}
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
