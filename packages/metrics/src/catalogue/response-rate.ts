import { type FeedbackFacts, feedback } from '../facts/feedback.ts';
import type { Metric } from '../metric.ts';

/** Response rate. */
export const responseRate: Metric<FeedbackFacts> = {
  key: 'RESPONSE_RATE',
  name: 'Response rate',
  shortName: 'Response rate',
  description:
    'Answers given over the times a survey was put in front of somebody, once per person and day. Every answer counts, earlier ones of the same person too.',
  formula: 'answered ÷ shown',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [
      {
        key: 'ANSWERED',
        label: 'Answers',
        sign: 1,
        measure: 'COUNT',
        of: (facts) => facts.promoters + facts.passives + facts.detractors + facts.superseded,
      },
    ],
    denominator: [{ key: 'SHOWN', label: 'Times shown', sign: 1, measure: 'COUNT', of: (facts) => facts.shown }],
  }),
  undefinedBecause: (facts) => (facts.shown === 0 ? 'NO_RESPONSES' : null),
  reasons: {
    NO_RESPONSES: {
      title: 'Not shown yet',
      explanation: 'No survey was shown in this period, so nobody could answer.',
    },
  },
  switches: [],
};
