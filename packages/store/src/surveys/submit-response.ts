import { createHash } from 'node:crypto';
import { knownAccounts } from '../accounts/known-accounts.ts';
import { optionalText, requiredId } from '../ingest/fields.ts';
import { Rejection } from '../ingest/rejection.ts';
import { parseAnswer, parseComment } from '../ingest/surveys/answer.ts';
import { type Answered, saveAnswered } from '../ingest/surveys/response-rows.ts';
import { sameAnswer } from '../ingest/surveys/responses.ts';
import type { ResponseSubmission, SubmissionResult, SurveyResponse } from '../records/survey.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { liveSource } from './live-source.ts';
import { readResponseOfSource } from './read-responses.ts';
import { readSurveys } from './read-surveys.ts';

/** What became of a submission, before its revision is known. */
export type Submitted =
  | Exclude<SubmissionResult, { readonly kind: 'accepted' }>
  | { readonly kind: 'accepted'; readonly response: SurveyResponse; readonly duplicate: boolean };

/** Characters of an idempotency key; hashed with its respondent it fits into an external id. */
const maxKeyLength = 200;

/** A submission that was read, with the key that its respondent chose. */
type Submission = Omit<Answered, 'answer'> & { readonly key: string };

/** Takes an answer that somebody gives just now, once for each respondent and idempotency key. */
export async function submitResponse(tx: WriteTransaction, submission: ResponseSubmission): Promise<Submitted> {
  const given = refusing(() => parseSubmission(submission, tx.now));
  if ('kind' in given) return given;
  const [survey] = await readSurveys(tx, given.survey);
  if (survey === undefined) {
    return {
      kind: 'surveyNotFound',
      message: `There is no survey "${given.survey}". Nothing was kept. Check the survey’s key.`,
    };
  }
  const { key, ...known } = given;
  const answered = refusing((): Answered => ({ ...known, answer: parseAnswer(submission.answer, survey.scale) }));
  if ('kind' in answered) return answered;
  const before = await readBefore(tx, key, answered);
  if (before !== null) return again(before, answered, key);
  if (!survey.open) {
    return {
      kind: 'surveyClosed',
      message: `The survey "${survey.name}" is closed. The answer was not kept. Open the survey to take answers again.`,
    };
  }
  if (answered.accountId !== null && (await knownAccounts(tx, [answered.accountId])).length === 0) {
    return {
      kind: 'invalid',
      field: 'accountId',
      message:
        'There is no such account. The answer was not kept. Give the id of an account of this workspace, or none.',
    };
  }
  await saveAnswered(tx, liveSource, [answered]);
  const response = await readResponseOfSource(tx, liveSource, answered.externalId);
  if (response === null) throw new Error('The answer that was just written cannot be read back.');
  tx.effects.responseId = response.id;
  return { kind: 'accepted', response, duplicate: false };
}

function refusing<Parsed>(parse: () => Parsed): Parsed | Extract<Submitted, { readonly kind: 'invalid' }> {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    // A rejection here names a property of the submission, for nothing else was parsed.
    return { kind: 'invalid', field: error.field as keyof ResponseSubmission, message: error.message };
  }
}

function parseSubmission(submission: ResponseSubmission, now: number): Submission {
  const key = requiredId(submission.idempotencyKey, 'idempotencyKey', 'The idempotency key');
  if (key.length > maxKeyLength) {
    throw new Rejection(
      'idempotencyKey',
      `The idempotency key has more than ${maxKeyLength} characters, so it cannot be kept. Give a shorter one.`,
    );
  }
  const respondent = requiredId(submission.respondent, 'respondent', 'The respondent’s id');
  return {
    key,
    externalId: externalIdOf(respondent, key),
    survey: requiredId(submission.survey, 'survey', 'The survey’s key'),
    accountId: optionalText(submission.accountId, 'accountId', 'The account’s id', 255) ?? null,
    respondent,
    comment: parseComment(submission.comment),
    respondedAt: submission.at ?? now,
  };
}

/** The external id of a response: a key is the respondent's own, so that nobody else's is in its way. */
function externalIdOf(respondent: string, key: string): string {
  return `${createHash('sha256').update(respondent).digest('base64url')}:${key}`;
}

/** Reads the response that a respondent gave under a key before, also where the key alone was its external id, as in earlier versions. */
async function readBefore(tx: WriteTransaction, key: string, answered: Answered): Promise<SurveyResponse | null> {
  const before = await readResponseOfSource(tx, liveSource, answered.externalId);
  if (before !== null) return before;
  const earlier = await readResponseOfSource(tx, liveSource, key);
  return earlier?.respondent === answered.respondent ? earlier : null;
}

function again(before: SurveyResponse, answered: Answered, key: string): Submitted {
  if (sameAnswer(before, answered)) return { kind: 'accepted', response: before, duplicate: true };
  return {
    kind: 'conflict',
    message: `The idempotency key "${key}" came before with another answer, and that one stands. Use a new key for each answer.`,
  };
}
