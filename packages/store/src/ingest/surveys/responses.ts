import type { ResponseRecord } from '../../records/survey.ts';
import { AccountDirectory } from '../account-directory.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId, requiredInstant } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { settleChanges } from '../settle-changes.ts';
import { parseAnswer, parseComment } from './answer.ts';
import { type Answered, loadAnswered, saveAnswered } from './response-rows.ts';
import { SurveyDirectory } from './survey-directory.ts';

/** Takes answers in that were given elsewhere, into open and closed surveys alike. */
export function ingestResponses(records: readonly ResponseRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), (record) => ({
    externalId: requiredId(record.externalId, 'externalId', 'The answer’s id'),
    survey: requiredId(record.survey, 'survey', 'The survey’s key'),
    account: optionalText(record.accountExternalId, 'accountExternalId', 'The account’s id', 255),
    respondent: requiredId(record.respondent, 'respondent', 'The respondent’s id'),
    answer: record.answer,
    comment: parseComment(record.comment),
    respondedAt: requiredInstant(record.respondedAt, 'respondedAt', 'The time of the answer'),
  }));
  return async (tx) => {
    const surveys = await SurveyDirectory.load(tx);
    const accounts = await AccountDirectory.load(
      tx,
      source,
      parsed.flatMap(({ value }) => value.account ?? []),
    );
    const placed = batch.step(
      parsed,
      ({ account, ...answer }): Answered => ({
        ...answer,
        answer: parseAnswer(answer.answer, surveys.known(answer.survey).scale),
        accountId: account === undefined ? null : accounts.known(account, 'accountExternalId'),
      }),
    );
    const ids = placed.map(({ value }) => value.externalId);
    const stored = await loadAnswered(tx, source, ids);
    const { written, replaced } = settleChanges(batch, placed, stored, {
      keyOf: ({ externalId }) => externalId,
      isSame: (before, after) => sameAnswer(before, after) && before.respondedAt === after.respondedAt,
    });
    await saveAnswered(tx, source, written, replaced);
    return batch.results;
  };
}

/** Whether two answers say the same, whenever they were given. */
export function sameAnswer(
  a: Omit<Answered, 'externalId' | 'respondedAt'>,
  b: Omit<Answered, 'externalId' | 'respondedAt'>,
): boolean {
  return (
    a.survey === b.survey &&
    a.accountId === b.accountId &&
    a.respondent === b.respondent &&
    a.answer === b.answer &&
    a.comment === b.comment
  );
}
