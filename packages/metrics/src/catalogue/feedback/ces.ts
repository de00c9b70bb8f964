import { feedback } from '../../facts/feedback/feedback.ts';
import { type FeedbackFacts, tallyOf } from '../../facts/feedback/feedback-facts.ts';
import type { Metric } from '../../metric.ts';
import { answersTerm, everyAnswer, meanAnswers, noScoreBecause, scoreReasons } from './answer-terms.ts';
import { wilsonMargin } from './wilson-margin.ts';

/** Customer effort score. */
export const ces: Metric<FeedbackFacts> = {
  key: 'CES',
  name: 'Customer effort score',
  shortName: 'CES',
  description:
    'The share of answers that found it easy: the top 3 on a scale of 7, the top 2 on one of 5, or the bottom ones where the survey says that low is easy, as the question was first asked. Every answer counts. Others give the mean under this name, on scales that point either way: without the scale and its direction a mean of 2 says nothing. The share that found it easy less the share that found it hard is the net easy score, not this. The margin is half of Wilson’s 95 % interval.',
  formula: 'found it easy ÷ answered',
  unit: 'FRACTION',
  better: 'HIGHER',
  balance: false,
  source: feedback,
  terms: () => ({
    numerator: [answersTerm('CES', 'good')],
    denominator: everyAnswer('CES'),
    beside: meanAnswers('CES'),
  }),
  undefinedBecause: noScoreBecause('CES'),
  reasons: scoreReasons,
  switches: ['minimumSample'],
  sample: (facts) => {
    const { good, answered } = tallyOf(facts, 'CES');
    return { size: answered, marginOfError: wilsonMargin(good, answered) };
  },
  see: 'https://hbr.org/2010/07/stop-trying-to-delight-your-customers',
};
