import { answerBucket, type SurveyScale } from '@plimsoll/metrics';
import { optionalText } from '../fields.ts';
import { Rejection } from '../rejection.ts';

const longestComment = 10_000;

/** A whole number of a survey's scale. @throws Rejection for anything else: an answer is never rounded or guessed */
export function parseAnswer(value: unknown, scale: SurveyScale): number {
  if (typeof value === 'number' && answerBucket(scale, value) !== undefined) return value === 0 ? 0 : value;
  const shown = typeof value === 'string' ? `the text "${value.slice(0, 40)}"` : String(value);
  throw new Rejection('answer', `The answer is ${shown}. Give a whole number from ${scale.least} to ${scale.most}.`);
}

/** What somebody wrote with an answer; `null` for nothing. @throws Rejection past 10,000 characters */
export function parseComment(value: unknown): string | null {
  return optionalText(value, 'comment', 'The comment', longestComment) ?? null;
}
