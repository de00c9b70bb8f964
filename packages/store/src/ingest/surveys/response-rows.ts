import { type Day, dayInZone } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf, columnOf } from '../../schema/arrays.ts';
import { dateOf } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { noteRows } from '../note-rows.ts';
import { touchPart } from '../touch-part.ts';
import { type Exposure, saveExposures } from './exposures.ts';

/** An answer on its way into the database. */
export interface Answered {
  readonly externalId: string;
  readonly survey: string;
  readonly accountId: string | null;
  readonly respondent: string;
  readonly answer: number;
  readonly comment: string | null;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly respondedAt: number;
}

/** Stored answers of a source, by external id. */
export async function loadAnswered(
  tx: WriteTransaction,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, Answered>> {
  const rows = await packedRows<readonly [string, string, string | null, string, number, string | null, number]>(
    tx.trx,
    sql`external_id, survey_key, account_id, respondent, answer, comment,
        (extract(epoch from responded_at) * 1000)::bigint`,
    sql`from response
        where workspace_id = ${tx.workspace} and source = ${source} and external_id = any(${arrayOf('text', externalIds)})`,
  );
  return new Map(
    rows.map(([externalId, survey, accountId, respondent, answer, comment, respondedAt]) => [
      externalId,
      { externalId, survey, accountId, respondent, answer, comment, respondedAt },
    ]),
  );
}

/** Writes answers with an exposure each. `before`: what those said until now that are replaced. */
export async function saveAnswered(
  tx: WriteTransaction,
  source: string,
  answers: readonly Answered[],
  before: readonly Answered[] = [],
): Promise<void> {
  if (answers.length === 0) return;
  const dayOf = ({ respondedAt }: Answered): Day => dayInZone(respondedAt, tx.timeZone);
  const days = answers.map(dayOf);
  await insertAnswered(tx, source, answers, days);
  await saveExposures(
    tx,
    answers.map((answer, index) => exposureOf(answer, days[index] ?? 0)),
  );
  for (const answer of [...before, ...answers]) {
    if (answer.accountId !== null) tx.effects.due.add('responses', answer.accountId, dayOf(answer));
  }
}

function exposureOf(answer: Answered, day: Day): Exposure {
  const { survey, accountId, respondent, respondedAt } = answer;
  return { survey, accountId, respondent, day, shownAt: respondedAt, dismissed: false };
}

async function insertAnswered(
  tx: WriteTransaction,
  source: string,
  rows: readonly Answered[],
  days: readonly Day[],
): Promise<void> {
  touchPart(tx, 'responses');
  noteRows(tx, 'response', rows.length);
  await sql`
    insert into response (
      workspace_id, source, external_id, survey_key, account_id, respondent, answer, comment, responded_at, day,
      touched_revision
    )
    select ${tx.workspace}, ${source}, new.external_id, new.survey_key, new.account_id, new.respondent, new.answer,
      new.comment, new.responded_at, ${dateOf(sql`new.day`)}, ${tx.nextRevision}::bigint
    from unnest(
      ${columnOf('text', rows, ({ externalId }) => externalId)}, ${columnOf('text', rows, ({ survey }) => survey)},
      ${columnOf('uuid', rows, ({ accountId }) => accountId)}, ${columnOf('text', rows, ({ respondent }) => respondent)},
      ${columnOf('smallint', rows, ({ answer }) => answer)}, ${columnOf('text', rows, ({ comment }) => comment)},
      ${columnOf('timestamptz', rows, ({ respondedAt }) => new Date(respondedAt).toISOString())}, ${arrayOf('int', days)}
    ) as new (external_id, survey_key, account_id, respondent, answer, comment, responded_at, day)
    on conflict (workspace_id, source, external_id) do update set
      survey_key = excluded.survey_key, account_id = excluded.account_id, respondent = excluded.respondent,
      answer = excluded.answer, comment = excluded.comment, responded_at = excluded.responded_at, day = excluded.day,
      touched_revision = excluded.touched_revision`.execute(tx.trx);
}
