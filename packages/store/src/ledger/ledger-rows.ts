import type { Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** An account with its whole history, packed. */
export interface AccountRow {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly traits: Readonly<Record<string, string>>;
  readonly unconverted: boolean;
  /** `day kind amount` of each movement, oldest first, blank between all. */
  readonly movements: string | null;
  /** `[day, score, coverage]`, oldest first. */
  readonly health: readonly (readonly [Day, number | null, number])[] | null;
}

/** An answer: `[id, survey, account, respondent, day, answer, instant in milliseconds]`. */
export type ResponseRow = readonly [string, string, string | null, string, Day, number, number];

/** A showing: `[survey, account, day]`. */
export type ExposureRow = readonly [string, string | null, Day];

/** Accounts changed after a revision (-1: all), in no order. One row each: both drivers are slow over many rows. */
export async function loadAccountRows(tx: WorkspaceTransaction, after: number): Promise<readonly AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select account_id as id, external_id as "externalId", name, traits, unconverted, movements, health
    from account
    left join (
      select account_id,
        string_agg((day - date '1970-01-01') || ' ' || kind || ' ' || amount, ' ' order by day) as movements
      from movement where workspace_id = ${tx.workspace} and ${touched(tx, after)} group by account_id
    ) as moved using (account_id)
    left join (
      select account_id, json_agg(json_build_array(day - date '1970-01-01', score, coverage) order by day) as health
      from health_score where workspace_id = ${tx.workspace} and ${touched(tx, after)} group by account_id
    ) as scored using (account_id)
    where workspace_id = ${tx.workspace} and touched_revision > ${after}`.execute(tx.trx);
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
