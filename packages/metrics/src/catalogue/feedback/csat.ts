import { feedback } from '../../facts/feedback/feedback.ts';
import { type FeedbackFacts, tallyOf } from '../../facts/feedback/feedback-facts.ts';
import type { Metric } from '../../metric.ts';
import { answersTerm, everyAnswer, meanAnswers, noScoreBecause, scoreReasons } from './answer-terms.ts';
import { wilsonMargin } from './wilson-margin.ts';

/** Customer satisfaction. */
export const csat: Metric<FeedbackFacts> = {
  key: 'CSAT',
  name: 'Customer satisfaction',
  shortName: 'CSAT',
  description:
    'The share of answers that are satisfied: 4 and 5 on a scale of 5, 8 to 10 on one of 10. Every answer counts, also several of one person, because each is about an occasion of its own. The mean is another number that goes by the same name: a mean of 4 out of 5 is not "80 %". The margin is half of Wilson’s 95 % interval.',
  formula: 'satisfied ÷ answered',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [answersTerm('CSAT', 'good')],
    denominator: everyAnswer('CSAT'),
    beside: meanAnswers('CSAT'),
  }),
  undefinedBecause: noScoreBecause('CSAT'),
  reasons: scoreReasons,
  switches: ['minimumSample'],
  sample: (facts) => {
    const { good, answered } = tallyOf(facts, 'CSAT');
    return { size: answered, marginOfError: wilsonMargin(good, answered) };
  },
  see: 'https://www.qualtrics.com/experience-management/customer/what-is-csat/',
};
