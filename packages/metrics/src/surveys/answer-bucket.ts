import type { SurveyKind, SurveyScale } from './survey-scale.ts';

/** The three groups of the 0…10 question. Every whole answer falls in exactly one. */
export type NpsBucket = 'DETRACTOR' | 'PASSIVE' | 'PROMOTER';

/** The groups that answers fall in, three for each kind of survey. */
export type AnswerBucket = NpsBucket | 'DISSATISFIED' | 'SATISFIED' | 'HARD' | 'EASY' | 'NEUTRAL';

/** The groups of each kind, from bad to good. */
export const answerBuckets: Readonly<Record<SurveyKind, readonly [AnswerBucket, AnswerBucket, AnswerBucket]>> = {
  NPS: ['DETRACTOR', 'PASSIVE', 'PROMOTER'],
  CSAT: ['DISSATISFIED', 'NEUTRAL', 'SATISFIED'],
  CES: ['HARD', 'NEUTRAL', 'EASY'],
};

/** How many of the best answers, and of the worst, are more than neutral: by the number of answers there are. */
const ends: Readonly<Record<5 | 7 | 10, number>> = { 5: 2, 7: 3, 10: 3 };

/**
 * The bucket of an answer: 0–6, 7–8 and 9–10 for NPS; the top 2 of 5 or top 3 of 10 satisfied; the top 3 of 7 or top 2
 * of 5 easy, from the other end where low is easy. What is as far from the bad end is dissatisfied, or hard.
 * `undefined` for anything that is not a whole number of the scale, which must be refused rather than rounded.
 *
 * @see https://www.bain.com/consulting-services/customer-strategy-and-marketing/net-promoter-score-system/
 */
export function answerBucket(scale: SurveyScale, answer: number): AnswerBucket | undefined {
  if (!Number.isInteger(answer) || answer < scale.least || answer > scale.most) return undefined;
  if (scale.kind === 'NPS') return npsBucket(answer);
  const [bad, neutral, good] = answerBuckets[scale.kind];
  const goodness = scale.kind === 'CES' && scale.direction === 'LOW_IS_EASY' ? scale.most + 1 - answer : answer;
  if (goodness <= ends[scale.most]) return bad;
  return goodness > scale.most - ends[scale.most] ? good : neutral;
}

/** The bucket of an answer from 0 to 10; `undefined` for anything else. */
export function npsBucket(answer: number): NpsBucket | undefined {
  if (!Number.isInteger(answer) || answer < 0 || answer > 10) return undefined;
  if (answer <= 6) return 'DETRACTOR';
  return answer <= 8 ? 'PASSIVE' : 'PROMOTER';
}
