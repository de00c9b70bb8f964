import { feedback } from '../../facts/feedback/feedback.ts';
import { type FeedbackFacts, givenAnswers } from '../../facts/feedback/feedback-facts.ts';
import type { Metric } from '../../metric.ts';

const shown = ({ shown: { NPS, CSAT, CES } }: FeedbackFacts): number => NPS + CSAT + CES;

/** Response rate. */
export const responseRate: Metric<FeedbackFacts> = {
  key: 'RESPONSE_RATE',
  name: 'Response rate',
  shortName: 'Response rate',
  description:
    'Answers given over the times a survey was put in front of somebody, once per person and day: shown, not sent, for who never saw it did not decline. Every answer counts, earlier ones of the same person too. Of all surveys together, unless one or one kind of them is asked for.',
  formula: 'answered ÷ shown',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [{ key: 'ANSWERED', label: 'Answers', sign: 1, measure: 'COUNT', of: (facts) => givenAnswers(facts) }],
    denominator: [{ key: 'SHOWN', label: 'Times shown', sign: 1, measure: 'COUNT', of: shown }],
  }),
  undefinedBecause: (facts) => (shown(facts) === 0 ? 'NO_RESPONSES' : null),
  reasons: {
    NO_RESPONSES: {
      title: 'Not shown yet',
      explanation: 'No survey was shown in this period, so nobody could answer.',
    },
  },
  switches: [],
};
