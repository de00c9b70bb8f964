import { type AnswerBucket, answerBuckets, scaleKey } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { rebuildForPart } from '../../derived/health/remodel-health.ts';
import type { Survey, SurveyRecord } from '../../records/survey.ts';
import { readSurveys } from '../../surveys/read-surveys.ts';
import { parseScale } from '../../surveys/survey-scale.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { requiredId, requiredText } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { touchPart } from '../touch-part.ts';

/** Makes surveys or replaces what they say. */
export function ingestSurveys(records: readonly SurveyRecord[]): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSurvey);
  return async (tx) => {
    const stored = new Map((await readSurveys(tx)).map((survey) => [survey.key, survey]));
    const answered = await answeredSurveys(tx);
    const allowed = batch.step(parsed, (survey) => {
      const before = stored.get(survey.key);
      if (before !== undefined && answered.has(survey.key)) checkScaleStays(before, survey);
      return survey;
    });
    let rescaled = false;
    for (const { index, value } of allowed) {
      const before = stored.get(value.key);
      if (before !== undefined && isSame(before, value)) continue;
      rescaled ||= before !== undefined && scaleKey(before.scale) !== scaleKey(value.scale);
      batch.settle(index, before === undefined ? 'created' : 'updated');
      stored.set(value.key, value);
      await saveSurvey(tx, value);
    }
    if (rescaled) await rebuildForPart(tx, 'surveyScales');
    return batch.results;
  };
}

function parseSurvey(record: SurveyRecord): Survey {
  const key = requiredId(record.key, 'key', 'The survey’s key');
  if (typeof record.open !== 'boolean') {
    throw new Rejection('open', `Whether the survey "${key}" is open is not said. Give true or false.`);
  }
  const scale = parseScale(record);
  return {
    key,
    scale,
    name: requiredText(record.name, 'name', 'The survey’s name'),
    question: requiredText(record.question, 'question', 'The question'),
    lowLabel: requiredText(record.lowLabel, 'lowLabel', 'What the lowest answer means'),
    highLabel: requiredText(record.highLabel, 'highLabel', 'What the highest answer means'),
    followUps: parseFollowUps(record.followUps, answerBuckets[scale.kind]),
    thanks: requiredText(record.thanks, 'thanks', 'The thanks'),
    open: record.open,
  };
}

function isSame(a: Survey, b: Survey): boolean {
  const written = ({ key, scale, name, question, lowLabel, highLabel, followUps, thanks, open }: Survey): string =>
    JSON.stringify([
      key,
      scaleKey(scale),
      name,
      question,
      lowLabel,
      highLabel,
      followUps.map((followUp) => [followUp.bucket, followUp.question]),
      thanks,
      open,
    ]);
  return written(a) === written(b);
}

/** Answers keep the meaning they were given with: only which end of a scale is good may turn out to have been wrong. */
function checkScaleStays({ scale: before }: Survey, { key, scale: after }: Survey): void {
  const refusal = (field: string, what: string): Rejection =>
    new Rejection(field, `The survey "${key}" has answers, and ${what}. Make a new survey for the new question.`);
  if (before.kind !== after.kind) throw refusal('kind', `they are of ${before.kind}, not of ${after.kind}`);
  if (before.most !== after.most) throw refusal('scale', `they are out of ${before.most}, not out of ${after.most}`);
}

/** Keys of surveys that somebody answered. */
async function answeredSurveys(tx: WriteTransaction): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly survey_key: string }>`
    select survey_key from survey where workspace_id = ${tx.workspace} and exists (
      select from response
      where response.workspace_id = ${tx.workspace} and response.survey_key = survey.survey_key
    )`.execute(tx.trx);
  return new Set(rows.map((row) => row.survey_key));
}

function parseFollowUps(
  followUps: SurveyRecord['followUps'],
  buckets: readonly AnswerBucket[],
): SurveyRecord['followUps'] {
  if (!Array.isArray(followUps)) {
    throw new Rejection('followUps', 'The follow-up questions are missing. Give a list, empty for none.');
  }
  for (const { bucket } of followUps) {
    if (!buckets.includes(bucket)) {
      throw new Rejection(
        'followUps',
        `"${bucket}" is not a group of answers to this kind of survey. Give one of ${buckets.join(', ')} with each follow-up question.`,
      );
    }
  }
  // In one order, so that the same questions in another are no change.
  return buckets.flatMap((bucket) => {
    const [first, second] = followUps.filter((followUp) => followUp.bucket === bucket);
    if (second !== undefined) {
      throw new Rejection('followUps', `There are two follow-up questions for ${bucket}. Keep one.`);
    }
    return first === undefined
      ? []
      : [{ bucket, question: requiredText(first.question, 'followUps', 'A follow-up question') }];
  });
}

async function saveSurvey(tx: WriteTransaction, survey: Survey): Promise<void> {
  const content = {
    name: survey.name,
    question: survey.question,
    low_label: survey.lowLabel,
    high_label: survey.highLabel,
    follow_ups: JSON.stringify(survey.followUps),
    thanks: survey.thanks,
    open: survey.open,
    kind: survey.scale.kind,
    scale: survey.scale.most,
    direction: survey.scale.kind === 'CES' ? survey.scale.direction : null,
  };
  touchPart(tx, 'surveyScales');
  await tx.trx
    .insertInto('survey')
    .values({ workspace_id: tx.workspace, survey_key: survey.key, ...content })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'survey_key']).doUpdateSet(content))
    .execute();
}
