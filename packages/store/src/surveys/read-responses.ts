import { type Selection, sql } from 'kysely';
import { isInternalId } from '../accounts/known-accounts.ts';
import type { ResponsePage, ResponseQuery, SurveyResponse } from '../records/survey.ts';
import type { Database } from '../schema/database.ts';
import { isStorable } from '../schema/storable-text.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** How many responses a page can hold. */
export const maxResponses = 1_000;

/** Columns that a {@link SurveyResponse} is made from. */
export const responseColumns = [
  'response_id',
  'survey_key',
  'account_id',
  'respondent',
  'answer',
  'comment',
  'responded_at',
] as const;

type Row = Selection<Database, 'response', (typeof responseColumns)[number]>;

/** A page of answers, newest first. */
export async function readResponses(tx: WorkspaceTransaction, query: ResponseQuery): Promise<ResponsePage> {
  const first = Math.min(Math.max(Math.trunc(query.first), 1), maxResponses);
  let page = newestFirst(tx).limit(first + 1);
  if (query.survey !== undefined) page = page.where('survey_key', '=', query.survey);
  if (query.survey !== undefined && !isStorable(query.survey)) return { responses: [], hasMore: false };
  if (query.accountIds !== null) {
    const accountIds = query.accountIds.filter(isInternalId);
    page = page.where(sql<boolean>`account_id = any(${accountIds}::uuid[])`);
  }
  if (query.after !== undefined) {
    if (!isInternalId(query.after.id)) return { responses: [], hasMore: false };
    page = page.where(
      sql<boolean>`(responded_at, response_id) < (${query.after.respondedAt.toISOString()}::timestamptz, ${query.after.id}::uuid)`,
    );
  }
  const rows = await page.execute();
  return { responses: rows.slice(0, first).map(responseOf), hasMore: rows.length > first };
}

/** One answer by its internal id. */
export async function readResponse(tx: WorkspaceTransaction, id: string): Promise<SurveyResponse | null> {
  if (!isInternalId(id)) return null;
  const row = await newestFirst(tx).where('response_id', '=', id).executeTakeFirst();
  return row === undefined ? null : responseOf(row);
}

/** A respondent's latest answer to a survey. */
export async function readLastResponse(
  tx: WorkspaceTransaction,
  survey: string,
  respondent: string,
): Promise<SurveyResponse | null> {
  if (!isStorable(survey) || !isStorable(respondent)) return null;
  const row = await newestFirst(tx)
    .where('survey_key', '=', survey)
    .where('respondent', '=', respondent)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : responseOf(row);
}

/** The answer that a source gave an id. */
export async function readResponseOfSource(
  tx: WorkspaceTransaction,
  source: string,
  externalId: string,
): Promise<SurveyResponse | null> {
  const row = await newestFirst(tx)
    .where('source', '=', source)
    .where('external_id', '=', externalId)
    .executeTakeFirst();
  return row === undefined ? null : responseOf(row);
}

function newestFirst(tx: WorkspaceTransaction) {
  return tx.trx
    .selectFrom('response')
    .select(responseColumns)
    .where('workspace_id', '=', tx.workspace)
    .orderBy('responded_at', 'desc')
    .orderBy('response_id', 'desc');
}

/** The response that a row stands for. */
export function responseOf(row: Row): SurveyResponse {
  return {
    id: row.response_id,
    survey: row.survey_key,
    accountId: row.account_id,
    respondent: row.respondent,
    answer: row.answer,
    comment: row.comment,
    respondedAt: row.responded_at,
  };
}
