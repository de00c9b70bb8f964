import { describe, expect, it } from 'vitest';
import { npsMargin } from '../../catalogue/feedback/nps-margin.ts';
import { LedgerBuilder } from '../../ledger/ledger-builder.ts';
import { selectAccount, selectAll } from '../../ledger/selection.ts';
import type { Question, Window } from '../../metric.ts';
import { defaultPolicy } from '../../policy.ts';
import { surveyScales } from '../../surveys/survey-scale.ts';
import { day, workedLedger } from '../../testing/worked-ledger.ts';
import { feedback } from './feedback.ts';
import { givenAnswers, noFeedback, tallyOf, totalOf } from './feedback-facts.ts';

describe('npsMargin', () => {
  it.each([
    // The variance of 58 promoters, 26 passives, 16 detractors of 100 is 0.74 − 0.42².
    [{ promoters: 58, passives: 26, detractors: 16 }, 1.96 * 100 * Math.sqrt((0.74 - 0.1764) / 100)],
    [{ promoters: 10, passives: 0, detractors: 0 }, 0],
    [{ promoters: 0, passives: 0, detractors: 0 }, 0],
    [{ promoters: 50, passives: 0, detractors: 50 }, 19.6],
  ])('of %o is %d', (counts, margin) => {
    expect(npsMargin(counts)).toBeCloseTo(margin, 10);
  });
});

describe('feedback', () => {
  const ledger = workedLedger(
    ['acme 2024-01-01 - 100', 'bolt 2024-01-01 - 100'],
    ['p1 acme 2025-01-10 9', 'p2 bolt 2025-01-11 3', 'p3 - 2025-01-12 8', 'p1 acme 2025-02-01 10'],
  );
  const january = { start: day('2025-01-01'), end: day('2025-02-01') };
  const everybody = { ledger, selection: selectAll(ledger), policy: defaultPolicy };

  const npsOf = (question: Question, window: Window) => {
    const [facts = noFeedback()] = feedback.collect(question, [window]);
    return { ...tallyOf(facts, 'NPS'), superseded: facts.superseded.NPS, shown: facts.shown.NPS };
  };

  it('counts answers of no account for the whole alone', () => {
    expect(npsOf(everybody, january)).toMatchObject({ good: 1, neutral: 1, bad: 1, shown: 3 });
    const acme = { ...everybody, selection: selectAccount(ledger, 0) };
    expect(npsOf(acme, january)).toMatchObject({ good: 1, neutral: 0, bad: 0, shown: 1 });
  });

  it('knows nothing of a survey that nobody answered', () => {
    expect(npsOf({ ...everybody, survey: 'other' }, january)).toMatchObject({ answered: 0, shown: 0 });
  });

  it('supersedes an answer only within the window', () => {
    const both = { start: day('2025-01-01'), end: day('2025-03-01') };
    expect(npsOf(everybody, both)).toMatchObject({ good: 1, superseded: 1 });
    expect(npsOf(everybody, january)).toMatchObject({ good: 1, superseded: 0 });
  });
});

describe('surveys of several kinds', () => {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  const on = day('2025-01-10');
  builder.addAccount({ id: 'acme', externalId: 'acme', name: 'Acme', traits: {} });
  builder.addSurvey('support', surveyScales.CSAT_5);
  builder.addSurvey('onboarding', surveyScales.CSAT_10);
  builder.addSurvey('effort', surveyScales.CES_7);
  builder.addSurvey('old-effort', surveyScales.CES_5_LOW_IS_EASY);
  const answers = [
    ['relationship', 10],
    ['support', 5],
    ['support', 1],
    ['onboarding', 5],
    ['effort', 7],
    ['old-effort', 1],
    ['old-effort', 5],
    ['relationship', 2],
  ] as const;
  for (const [survey, answer] of answers) {
    builder.addResponse(survey, 0, 'ann', on, answer);
    builder.addExposure(survey, 0, on);
  }
  builder.addExposure('support', 0, on);
  const ledger = builder.build();
  const question = { ledger, selection: selectAll(ledger), policy: defaultPolicy };
  const window = { start: on, end: on + 1 };
  const factsOf = (narrowed: Partial<Question>) =>
    feedback.collect({ ...question, ...narrowed }, [window])[0] ?? noFeedback();

  it('keep their answers apart, each on its own scale', () => {
    const facts = factsOf({});
    expect(tallyOf(facts, 'NPS')).toEqual({ bad: 1, neutral: 0, good: 0, answered: 1 });
    expect(tallyOf(facts, 'CSAT')).toEqual({ bad: 1, neutral: 1, good: 1, answered: 3 });
    expect(tallyOf(facts, 'CES')).toEqual({ bad: 1, neutral: 0, good: 2, answered: 3 });
    expect(totalOf(facts, 'CSAT_5')).toEqual({ answers: 2, total: 6 });
    expect(totalOf(facts, 'CSAT_10')).toEqual({ answers: 1, total: 5 });
  });

  it('supersede a person’s answers in NPS alone, and nothing where every answer counts', () => {
    expect(factsOf({}).superseded).toEqual({ NPS: 1, CSAT: 0, CES: 0 });
    const every = factsOf({ policy: { ...defaultPolicy, npsAnswer: 'every' } });
    expect(tallyOf(every, 'NPS').answered).toBe(2);
    expect(tallyOf(every, 'CSAT')).toEqual(tallyOf(factsOf({}), 'CSAT'));
  });

  it('are read by kind or by survey, answers and showings alike', () => {
    expect(factsOf({ surveyKind: 'CSAT' }).shown).toEqual({ NPS: 0, CSAT: 4, CES: 0 });
    expect(givenAnswers(factsOf({ surveyKind: 'CSAT' }))).toBe(3);
    expect(givenAnswers(factsOf({ survey: 'old-effort' }))).toBe(2);
    expect(givenAnswers(factsOf({}))).toBe(8);
  });
});
