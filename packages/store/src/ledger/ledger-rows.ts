import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** An account as it stands: `[id, external id, name, traits, unconverted]`. */
export type AccountRow = readonly [string, string, string, Readonly<Record<string, string>>, boolean];

/** An account's movements: `day kind amount` of each, oldest first, blanks between all. */
export interface MovementsRow {
  readonly account: string;
  readonly packed: string;
}

/** An account's scores: `[day, score, coverage]`, oldest first. */
export interface HealthRow {
  readonly account: string;
  readonly scores: readonly (readonly [Day, number | null, number])[];
}

/** An answer: `[id, survey, account, respondent, day, answer, instant in milliseconds]`. */
export type ResponseRow = readonly [string, string, string | null, string, Day, number, number];

/** A showing: `[survey, account, day]`. */
export type ExposureRow = readonly [string, string | null, Day];

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

/** Movements of those accounts, one row each: the drivers are slow over many rows. */
export async function loadMovementsRows(tx: WorkspaceTransaction, after: number): Promise<readonly MovementsRow[]> {
  const { rows } = await sql<MovementsRow>`
    select account_id as account,
      string_agg((day - date '1970-01-01') || ' ' || kind || ' ' || amount, ' ' order by day) as packed
    from movement where workspace_id = ${tx.workspace} and ${touched(tx, after)} group by account_id`.execute(tx.trx);
  return rows;
}

/** Scores of those accounts, one row each. */
export async function loadHealthRows(tx: WorkspaceTransaction, after: number): Promise<readonly HealthRow[]> {
  const { rows } = await sql<HealthRow>`
    select account_id as account,
      json_agg(json_build_array(day - date '1970-01-01', score, coverage) order by day) as scores
    from health_score where workspace_id = ${tx.workspace} and ${touched(tx, after)} group by account_id`.execute(
    tx.trx,
  );
  return rows;
}

function touched(tx: WorkspaceTransaction, after: number) {
  if (after < 0) return sql`true`;
  return sql`account_id = any(array(
    select account_id from account where workspace_id = ${tx.workspace} and touched_revision > ${after}))`;
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
