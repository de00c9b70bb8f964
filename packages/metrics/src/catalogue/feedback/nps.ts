import { feedback } from '../../facts/feedback/feedback.ts';
import { type FeedbackFacts, tallyOf } from '../../facts/feedback/feedback-facts.ts';
import type { Metric } from '../../metric.ts';
import { answersTerm, everyAnswer, noScoreBecause, scoreReasons } from './answer-terms.ts';
import { npsMargin } from './nps-margin.ts';

/** Net Promoter Score. */
export const nps: Metric<FeedbackFacts> = {
  key: 'NPS',
  name: 'Net Promoter Score',
  shortName: 'NPS',
  description:
    'Promoters (9–10) less detractors (0–6) per hundred answers to surveys of this kind, from −100 to 100. Only people who answered count: those who dismissed the question are not in the base. Of each person the latest answer in the period counts, unless the policy takes every one. A difference of two shares and no percentage. Given with its 95 % margin of error.',
  formula: '100 × (promoters − detractors) ÷ answered',
  unit: 'POINTS',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [answersTerm('NPS', 'good'), answersTerm('NPS', 'bad', -1)],
    denominator: everyAnswer('NPS'),
  }),
  scale: 100,
  undefinedBecause: noScoreBecause('NPS'),
  reasons: scoreReasons,
  switches: ['npsAnswer', 'minimumSample'],
  neutral: 0,
  sample: (facts) => {
    const { good, neutral, bad, answered } = tallyOf(facts, 'NPS');
    return { size: answered, marginOfError: npsMargin({ promoters: good, passives: neutral, detractors: bad }) };
  },
  excluded: ({ superseded }) =>
    superseded.NPS === 0
      ? []
      : [
          {
            reason: 'SUPERSEDED',
            explanation: 'Earlier answers of people who answered again in the period.',
            count: superseded.NPS,
          },
        ],
  see: 'https://www.netpromotersystem.com/about/measuring-your-net-promoter-score/',
};
