import { answerBucket, answerBuckets } from '../../surveys/answer-bucket.ts';
import { type ScaleKey, type SurveyKind, scaleKeys, surveyKinds, surveyScales } from '../../surveys/survey-scale.ts';
import { addNumbers, addPlaces } from '../add-facts.ts';

/** What people answered in one window, after the policy chose which answers count. */
export interface FeedbackFacts {
  /** Answers by their value (the index), apart for each scale. */
  readonly answers: Readonly<Record<ScaleKey, number[]>>;
  /** Earlier answers of people who answered again, by kind of survey. */
  readonly superseded: Record<SurveyKind, number>;
  /** How often a question was put in front of somebody, by kind of survey. */
  readonly shown: Record<SurveyKind, number>;
}

/** Answers of one kind of survey in three groups. */
export interface AnswerTally {
  readonly bad: number;
  readonly neutral: number;
  readonly good: number;
  /** All three. */
  readonly answered: number;
}

/** Facts of nothing at all. */
export function noFeedback(): FeedbackFacts {
  const counts = () => ({ NPS: 0, CSAT: 0, CES: 0 });
  return {
    // Object.fromEntries forgets which keys it was given.
    answers: Object.fromEntries(
      scaleKeys.map((key) => [key, new Array<number>(surveyScales[key].most + 1).fill(0)]),
    ) as Record<ScaleKey, number[]>,
    superseded: counts(),
    shown: counts(),
  };
}

/** The scales of each kind. */
export const scalesOf: Readonly<Record<SurveyKind, readonly ScaleKey[]>> = {
  NPS: scaleKeys.filter((key) => surveyScales[key].kind === 'NPS'),
  CSAT: scaleKeys.filter((key) => surveyScales[key].kind === 'CSAT'),
  CES: scaleKeys.filter((key) => surveyScales[key].kind === 'CES'),
};

/** The answers to surveys of a kind, on whatever scale, in its three groups. */
export function tallyOf({ answers }: FeedbackFacts, kind: SurveyKind): AnswerTally {
  const counts = [0, 0, 0];
  for (const key of scalesOf[kind]) {
    answers[key].forEach((count, answer) => {
      const bucket = answerBucket(surveyScales[key], answer);
      if (bucket === undefined) return;
      const at = answerBuckets[kind].indexOf(bucket);
      counts[at] = (counts[at] ?? 0) + count;
    });
  }
  const [bad = 0, neutral = 0, good = 0] = counts;
  return { bad, neutral, good, answered: bad + neutral + good };
}

/** How many answers there are on a scale, and what they add up to. */
export function totalOf(
  { answers }: FeedbackFacts,
  key: ScaleKey,
): { readonly answers: number; readonly total: number } {
  return answers[key].reduce(
    (sum, count, answer) => ({ answers: sum.answers + count, total: sum.total + count * answer }),
    {
      answers: 0,
      total: 0,
    },
  );
}

/** Answers given to surveys of some kinds, earlier ones of the same people too. */
export function givenAnswers(facts: FeedbackFacts, kinds: readonly SurveyKind[] = surveyKinds): number {
  return kinds.reduce((sum, kind) => sum + tallyOf(facts, kind).answered + facts.superseded[kind], 0);
}

/**
 * Facts of several parts together. Nobody may have answered in more than one of them, or the answer that they gave last
 * is counted beside their earlier ones.
 */
export function mergeFeedback(parts: readonly FeedbackFacts[]): FeedbackFacts {
  const facts = noFeedback();
  for (const { answers, superseded, shown } of parts) {
    for (const key of scaleKeys) addPlaces(facts.answers[key], answers[key]);
    addNumbers(facts.superseded, superseded);
    addNumbers(facts.shown, shown);
  }
  return facts;
}
