import type { Day } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WorkspaceTransaction } from '../../transactions/workspace-transaction.ts';

/** An answer: `[id, survey, account, respondent, day, answer, instant in milliseconds]`. */
export type ResponseRow = readonly [string, string, string | null, string, Day, number, number];

/** A showing: `[survey, account, day]`. */
export type ExposureRow = readonly [string, string | null, Day];

/** Answers changed after a revision (-1: all), in no order. */
export function loadResponseRows(tx: WorkspaceTransaction, after: number): Promise<readonly ResponseRow[]> {
  return responsesWhere(tx, sql`touched_revision > ${after}`);
}

/** Every answer of accounts, in no order. */
export function loadResponsesOf(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly ResponseRow[]> {
  return responsesWhere(tx, sql`account_id = any(${arrayOf('uuid', accountIds)})`);
}

/** Showings recorded after a revision (-1: all), in no order. */
export function loadExposureRows(tx: WorkspaceTransaction, after: number): Promise<readonly ExposureRow[]> {
  return exposuresWhere(tx, sql`created_revision > ${after}`);
}

/** Every showing to people of accounts, in no order. */
export function loadExposuresOf(
  tx: WorkspaceTransaction,
  accountIds: readonly string[],
): Promise<readonly ExposureRow[]> {
  return exposuresWhere(tx, sql`account_id = any(${arrayOf('uuid', accountIds)})`);
}

/** Answers of people who belong to no account, or gave others for another, of one in so many lots of people. */
export function loadRoamingResponses(
  tx: WorkspaceTransaction,
  roaming: ReadonlySet<string>,
  { lot, of }: { readonly lot: number; readonly of: number },
): Promise<readonly ResponseRow[]> {
  const theirs = sql`(account_id is null or respondent = any(${arrayOf('text', [...roaming])}))`;
  return responsesWhere(tx, sql`${theirs} and mod(hashtext(respondent)::bigint + 2147483648, ${of}) = ${lot}`);
}

/** How many answers belong to no account. */
export async function countAnonymousResponses({ trx, workspace }: WorkspaceTransaction): Promise<number> {
  const { rows } = await sql<{ readonly answers: number }>`
    select count(*)::int as answers from response where workspace_id = ${workspace} and account_id is null`.execute(
    trx,
  );
  return rows[0]?.answers ?? 0;
}

/** People who answered for more than one account, or for one and for none. */
export async function loadRoamingRespondents({ trx, workspace }: WorkspaceTransaction): Promise<ReadonlySet<string>> {
  const rows = await packedRows<readonly [string]>(
    trx,
    sql`respondent`,
    sql`from (
          select respondent from response where workspace_id = ${workspace} group by respondent
          having count(distinct account_id) > 1 or count(account_id) not in (0, count(*))
        ) as roaming`,
  );
  return new Set(rows.map(([respondent]) => respondent));
}

/** Showings to people of no account. */
export function loadAnonymousExposures(tx: WorkspaceTransaction): Promise<readonly ExposureRow[]> {
  return exposuresWhere(tx, sql`account_id is null`);
}

function responsesWhere(tx: WorkspaceTransaction, which: RawBuilder<unknown>): Promise<readonly ResponseRow[]> {
  return packedRows(
    tx.trx,
    sql`response_id, survey_key, account_id, respondent, ${dayNumber('day')}, answer,
        (extract(epoch from responded_at) * 1000)::bigint`,
    sql`from response where workspace_id = ${tx.workspace} and ${which}`,
  );
}

function exposuresWhere(tx: WorkspaceTransaction, which: RawBuilder<unknown>): Promise<readonly ExposureRow[]> {
  return packedRows(
    tx.trx,
    sql`survey_key, account_id, ${dayNumber('day')}`,
    sql`from exposure where workspace_id = ${tx.workspace} and ${which}`,
  );
}
