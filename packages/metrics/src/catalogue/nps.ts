import { type FeedbackFacts, feedback } from '../facts/feedback.ts';
import type { Metric, Term } from '../metric.ts';
import { npsMargin } from './nps-margin.ts';

const answered = (facts: FeedbackFacts): number => facts.promoters + facts.passives + facts.detractors;

const term = (key: string, label: string, sign: 1 | -1, of: (facts: FeedbackFacts) => number): Term<FeedbackFacts> => ({
  key,
  label,
  sign,
  measure: 'COUNT',
  of,
});

/** Net Promoter Score. */
export const nps: Metric<FeedbackFacts> = {
  key: 'NPS',
  name: 'Net Promoter Score',
  shortName: 'NPS',
  description:
    'Promoters (9–10) less detractors (0–6) per hundred answers, from −100 to 100. Only people who answered count: those who dismissed the question are not in the base. Given with its 95 % margin of error.',
  formula: '100 × (promoters − detractors) ÷ answered',
  unit: 'POINTS',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [
      term('PROMOTERS', 'Promoters', 1, (facts) => facts.promoters),
      term('DETRACTORS', 'Detractors', -1, (facts) => facts.detractors),
    ],
    denominator: [
      term('PROMOTERS', 'Promoters', 1, (facts) => facts.promoters),
      term('PASSIVES', 'Passives', 1, (facts) => facts.passives),
      term('DETRACTORS', 'Detractors', 1, (facts) => facts.detractors),
    ],
  }),
  scale: 100,
  undefinedBecause: (facts, policy) => {
    const n = answered(facts);
    if (n === 0) return 'NO_RESPONSES';
    return n < policy.minimumSample ? 'BELOW_MINIMUM_SAMPLE' : null;
  },
  reasons: {
    NO_RESPONSES: {
      title: 'No answers yet',
      explanation: 'Nobody answered in this period. The score comes with the first answers.',
    },
    BELOW_MINIMUM_SAMPLE: {
      title: 'Too few answers',
      explanation: 'With so few answers a score would be chance. It appears once the minimum is reached.',
    },
  },
  switches: ['npsAnswer', 'minimumSample'],
  neutral: 0,
  sample: (facts) => ({ size: answered(facts), marginOfError: npsMargin(facts) }),
  excluded: (facts) =>
    facts.superseded === 0
      ? []
      : [
          {
            reason: 'SUPERSEDED',
            explanation: 'Earlier answers of people who answered again in the period.',
            count: facts.superseded,
          },
        ],
  see: 'https://www.netpromotersystem.com/about/measuring-your-net-promoter-score/',
};
