import { describe, expect, it } from 'vitest';
import { answerBucket, answerBuckets, npsBucket } from './answer-bucket.ts';
import { scaleKey, scaleKeys, surveyScales } from './survey-scale.ts';

describe('answerBucket', () => {
  it.each([
    ['NPS', '0 1 2 3 4 5 6', '7 8', '9 10'],
    ['CSAT_5', '1 2', '3', '4 5'],
    ['CSAT_10', '1 2 3', '4 5 6 7', '8 9 10'],
    ['CES_5', '1 2', '3', '4 5'],
    ['CES_7', '1 2 3', '4', '5 6 7'],
    ['CES_5_LOW_IS_EASY', '4 5', '3', '1 2'],
    ['CES_7_LOW_IS_EASY', '5 6 7', '4', '1 2 3'],
  ] as const)('of %s puts %s at the bad end, %s between and %s at the good end', (key, ...groups) => {
    const scale = surveyScales[key];
    groups.forEach((answers, at) => {
      for (const answer of answers.split(' ')) {
        expect(answerBucket(scale, Number(answer))).toBe(answerBuckets[scale.kind][at]);
      }
    });
    expect(groups.join(' ').split(' ')).toHaveLength(scale.most - scale.least + 1);
  });

  it.each(scaleKeys)('of %s has none for what is no answer', (key) => {
    const scale = surveyScales[key];
    for (const answer of [scale.least - 1, scale.most + 1, 2.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(answerBucket(scale, answer)).toBeUndefined();
    }
  });

  it('is that of NPS for answers from 0 to 10', () => {
    for (let answer = -1; answer <= 11; answer++)
      expect(npsBucket(answer)).toBe(answerBucket(surveyScales.NPS, answer));
  });
});

describe('scaleKey', () => {
  it.each(scaleKeys)('names %s', (key) => {
    expect(scaleKey(surveyScales[key])).toBe(key);
  });
});
