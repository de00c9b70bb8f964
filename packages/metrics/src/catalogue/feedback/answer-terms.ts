import { type FeedbackFacts, scalesOf, tallyOf, totalOf } from '../../facts/feedback/feedback-facts.ts';
import type { Mean, Metric, Term, UndefinedReason } from '../../metric.ts';
import type { Policy } from '../../policy.ts';
import { type AnswerBucket, answerBuckets } from '../../surveys/answer-bucket.ts';
import { type SurveyKind, surveyScales } from '../../surveys/survey-scale.ts';

const words: Readonly<Record<AnswerBucket, string>> = {
  DETRACTOR: 'Detractors',
  PASSIVE: 'Passives',
  PROMOTER: 'Promoters',
  DISSATISFIED: 'Dissatisfied',
  SATISFIED: 'Satisfied',
  HARD: 'Found it hard',
  EASY: 'Found it easy',
  NEUTRAL: 'Neither',
};

/** Plurals of NPS's groups, which people speak of as people. */
const termKeys: Readonly<Partial<Record<AnswerBucket, string>>> = {
  DETRACTOR: 'DETRACTORS',
  PASSIVE: 'PASSIVES',
  PROMOTER: 'PROMOTERS',
};

/** The answers of a kind of survey in one of its groups. */
export function answersTerm(kind: SurveyKind, side: 'bad' | 'neutral' | 'good', sign: 1 | -1 = 1): Term<FeedbackFacts> {
  const bucket = answerBuckets[kind][{ bad: 0, neutral: 1, good: 2 }[side]] ?? 'NEUTRAL';
  return {
    key: termKeys[bucket] ?? bucket,
    label: words[bucket],
    sign,
    measure: 'COUNT',
    of: (facts) => tallyOf(facts, kind)[side],
  };
}

/** Everybody who answered, from the good end to the bad one: what a score is divided by. */
export function everyAnswer(kind: SurveyKind): readonly Term<FeedbackFacts>[] {
  return [answersTerm(kind, 'good'), answersTerm(kind, 'neutral'), answersTerm(kind, 'bad')];
}

/** The mean answer on each scale of a kind: answers on two scales have none in common. */
export function meanAnswers(kind: SurveyKind): readonly Mean<FeedbackFacts>[] {
  return scalesOf[kind].map((key) => {
    const scale = surveyScales[key];
    const end = scale.kind === 'CES' && scale.direction === 'LOW_IS_EASY' ? ', where low is easy' : '';
    return {
      key: `MEAN_${key}`,
      label: `Mean answer out of ${scale.most}${end}`,
      unit: 'COUNT',
      total: (facts) => totalOf(facts, key).total,
      count: (facts) => totalOf(facts, key).answers,
    };
  });
}

/** Why a kind of survey has no score: nobody answered, or fewer than the policy asks for. */
export function noScoreBecause(
  kind: SurveyKind,
): (facts: FeedbackFacts, policy: Policy) => Extract<UndefinedReason, 'NO_RESPONSES' | 'BELOW_MINIMUM_SAMPLE'> | null {
  return (facts, policy) => {
    const { answered } = tallyOf(facts, kind);
    if (answered === 0) return 'NO_RESPONSES';
    return answered < policy.minimumSample ? 'BELOW_MINIMUM_SAMPLE' : null;
  };
}

/** What to say where a score is missing. */
export const scoreReasons: Metric<FeedbackFacts>['reasons'] = {
  NO_RESPONSES: {
    title: 'No answers yet',
    explanation: 'Nobody answered in this period. The score comes with the first answers.',
  },
  BELOW_MINIMUM_SAMPLE: {
    title: 'Too few answers',
    explanation: 'With so few answers a score would be chance. It appears once the minimum is reached.',
  },
};
