import type { NpsBucket } from '@plimsoll/metrics';
import type { RecordResult } from '../../records/batch.ts';
import type { Survey, SurveyRecord } from '../../records/survey.ts';
import { readSurveys } from '../../surveys/read-surveys.ts';
import type { WriteTransaction } from '../../transactions/workspace-transaction.ts';
import { Batch, itemsOf } from '../batch.ts';
import { requiredId, requiredText } from '../fields.ts';
import { Rejection } from '../rejection.ts';

const buckets: readonly NpsBucket[] = ['DETRACTOR', 'PASSIVE', 'PROMOTER'];

/** Makes surveys or replaces what they say. */
export async function ingestSurveys(
  tx: WriteTransaction,
  records: readonly SurveyRecord[],
): Promise<readonly RecordResult[]> {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseSurvey);
  const stored = new Map((await readSurveys(tx)).map((survey) => [survey.key, survey]));
  for (const { index, value } of parsed) {
    const before = stored.get(value.key);
    if (before !== undefined && JSON.stringify(parseSurvey(before)) === JSON.stringify(value)) continue;
    batch.settle(index, before === undefined ? 'created' : 'updated');
    stored.set(value.key, value);
    await saveSurvey(tx, value);
  }
  return batch.results;
}

function parseSurvey(record: SurveyRecord): Survey {
  const key = requiredId(record.key, 'key', 'The survey’s key');
  if (typeof record.open !== 'boolean') {
    throw new Rejection('open', `Whether the survey "${key}" is open is not said. Give true or false.`);
  }
  return {
    key,
    name: requiredText(record.name, 'name', 'The survey’s name'),
    question: requiredText(record.question, 'question', 'The question'),
    lowLabel: requiredText(record.lowLabel, 'lowLabel', 'What 0 means'),
    highLabel: requiredText(record.highLabel, 'highLabel', 'What 10 means'),
    followUps: parseFollowUps(record.followUps),
    thanks: requiredText(record.thanks, 'thanks', 'The thanks'),
    open: record.open,
  };
}

function parseFollowUps(followUps: SurveyRecord['followUps']): SurveyRecord['followUps'] {
  if (!Array.isArray(followUps)) {
    throw new Rejection('followUps', 'The follow-up questions are missing. Give a list, empty for none.');
  }
  for (const { bucket } of followUps) {
    if (!buckets.includes(bucket)) {
      throw new Rejection(
        'followUps',
        `"${bucket}" is not a group of answers. Give one of ${buckets.join(', ')} with each follow-up question.`,
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
  };
  tx.effects.changed = true;
  await tx.trx
    .insertInto('survey')
    .values({ workspace_id: tx.workspace, survey_key: survey.key, ...content })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'survey_key']).doUpdateSet(content))
    .execute();
}
