import { type Day, dayInZone } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
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
  const dated = answers.map((answer) => ({ ...answer, day: dayOf(answer) }));
  await insertAnswered(tx, source, dated);
  await saveExposures(tx, dated.map(exposureOf));
  for (const answer of [...before, ...answers]) {
    if (answer.accountId !== null) tx.effects.due.add('responses', answer.accountId, dayOf(answer));
  }
}

/** An answer with its day in the workspace's time zone. */
type Dated = Answered & { readonly day: Day };

function exposureOf({ survey, accountId, respondent, respondedAt, day }: Dated): Exposure {
  return { survey, accountId, respondent, day, shownAt: respondedAt, dismissed: false };
}

async function insertAnswered(tx: WriteTransaction, source: string, answers: readonly Dated[]): Promise<void> {
  touchPart(tx, 'responses');
  await insertRows(
    tx,
    'response',
    answers,
    {
      external_id: ['text', ({ externalId }) => externalId],
      source: ['text', () => source],
      survey_key: ['text', ({ survey }) => survey],
      account_id: ['uuid', ({ accountId }) => accountId],
      respondent: ['text', ({ respondent }) => respondent],
      answer: ['smallint', ({ answer }) => answer],
      comment: ['text', ({ comment }) => comment],
      responded_at: ['timestamptz', ({ respondedAt }) => new Date(respondedAt).toISOString()],
      day: ['date', ({ day }) => day],
      touched_revision: ['bigint', () => tx.nextRevision],
    },
    ['source', 'external_id'],
  );
}
