import type { AnswerLine } from '../testing/worked-ledger.ts';

/** One answer of each of as many people, in March 2025. */
export function scores(given: readonly number[]): readonly AnswerLine[] {
  return given.map((score, index): AnswerLine => `person-${index} - 2025-03-05 ${score}`);
}

/** As many answers as were published of each group, one a person. */
export function ballot(promoters: number, passives: number, detractors: number): readonly AnswerLine[] {
  const times = (score: number, count: number): readonly number[] => new Array<number>(count).fill(score);
  return scores([...times(9, promoters), ...times(7, passives), ...times(6, detractors)]);
}
