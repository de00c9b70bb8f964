import { describe, expect, it } from 'vitest';
import { day } from '../testing/worked-ledger.ts';
import { checkHealthModel, InvalidHealthModel } from './check-health-model.ts';
import { healthChange } from './health-change.ts';
import { bandOf, type HealthModel } from './health-model.ts';
import { healthObservations } from './health-observations.ts';
import { type Observations, scoreHealth } from './health-score.ts';
import { healthTimeline } from './health-timeline.ts';

const factor = (key: string, weight: number, staleAfterDays: number | null = null) => ({
  key,
  label: key,
  weight,
  source: { kind: 'number', key } as const,
  scale: { zero: 0, hundred: 1 },
  format: 'PERCENT' as const,
  staleAfterDays,
});

const model: HealthModel = {
  key: 'default',
  name: 'Health',
  appliesTo: [],
  order: 0,
  factors: [factor('use', 40), factor('nps', 25, 90), factor('support', 20), factor('outcomes', 15)],
  bands: [
    { key: 'risk', label: 'At risk', from: 0, to: 50, tone: 'BAD' },
    { key: 'watch', label: 'Watch', from: 50, to: 75, tone: 'WATCH' },
    { key: 'healthy', label: 'Healthy', from: 75, to: 100, tone: 'GOOD' },
  ],
};

const observed: Observations = {
  use: [{ day: 10, value: 0.93 }],
  nps: [{ day: 10, value: 0.78 }],
  support: [{ day: 10, value: 0.58 }],
  outcomes: [{ day: 10, value: 0.9 }],
};

describe('scoreHealth', () => {
  it('is the weighted mean, and the contributions add up to it', () => {
    const score = scoreHealth(model, observed, 20);
    expect(score.score).toBeCloseTo(0.4 * 93 + 0.25 * 78 + 0.2 * 58 + 0.15 * 90, 10);
    expect(score.coverage).toBe(1);
    expect(score.factors.reduce((sum, { contribution }) => sum + contribution, 0)).toBe(score.score);
  });

  it('gives a missing factor’s weight to the others and says how much was known', () => {
    const score = scoreHealth(model, { ...observed, support: [] }, 20);
    expect(score.score).toBeCloseTo((40 * 93 + 25 * 78 + 15 * 90) / 80, 10);
    expect(score.coverage).toBe(0.8);
    expect(score.factors[2]).toMatchObject({ state: 'MISSING', effectiveWeight: 0, contribution: 0, score: null });
  });

  it('lets a factor count on its last fresh day and not after', () => {
    expect(scoreHealth(model, observed, 100).coverage).toBe(1);
    expect(scoreHealth(model, observed, 101).coverage).toBe(0.75);
    expect(scoreHealth(model, observed, 101).factors[1]).toMatchObject({ state: 'STALE', score: 78, observedOn: 10 });
  });

  it('has no score where nothing is known', () => {
    expect(scoreHealth(model, {}, 20)).toMatchObject({ score: null, coverage: 0 });
    expect(scoreHealth(model, observed, 9).score).toBeNull();
  });

  it('holds values outside the scale, and reads a scale that runs down', () => {
    const down = { ...model, factors: [{ ...factor('tickets', 1), scale: { zero: 10, hundred: 0 } }] };
    const scored = (value: number) => scoreHealth(down, { tickets: [{ day: 1, value }] }, 1).score;
    expect([scored(0), scored(5), scored(25)]).toEqual([100, 50, 0]);
  });
});

describe('healthTimeline', () => {
  it('has an entry on each day the score changed, staleness included', () => {
    const use = [
      { day: 10, value: 0.9 },
      { day: 40, value: 0.9 },
      { day: 70, value: 0.5 },
    ];
    const timeline = healthTimeline(model, { ...observed, use }, 0, 200);
    expect(timeline.map((score) => score.day)).toEqual([10, 70, 101]);
  });
});

describe('healthChange', () => {
  it('says which factors moved the score; their amounts add up', () => {
    const later = {
      ...observed,
      use: [...(observed.use ?? []), { day: 50, value: 1 }],
      support: [...(observed.support ?? []), { day: 50, value: 0.4 }],
    };
    const change = healthChange(scoreHealth(model, observed, 20), scoreHealth(model, later, 60));
    expect(change?.factors.map(({ key }) => key)).toEqual(['support', 'use']);
    expect(change?.amount).toBeCloseTo(0.4 * 7 - 0.2 * 18, 10);
    expect(change?.factors.reduce((sum, { amount }) => sum + amount, 0)).toBeCloseTo(change?.amount ?? 0, 10);
  });
});

describe('bands', () => {
  it.each([
    [0, 'risk'],
    [49.999, 'risk'],
    [50, 'watch'],
    [75, 'healthy'],
    [100, 'healthy'],
  ])('%d is %s', (score, key) => {
    expect(bandOf(model, score)?.key).toBe(key);
  });

  const [risk, watch, healthy] = model.bands;
  it.each([
    ['a gap', { bands: [risk, { ...watch, from: 60 }, healthy] }, /gap .* from 50 to 60/],
    ['an overlap', { bands: [risk, { ...watch, from: 40 }, healthy] }, /overlap from 40 to 50/],
    ['a missing end', { bands: [risk, watch] }, /end at 75/],
    ['no factors', { factors: [] }, /no factors/],
    ['a weight of zero', { factors: [factor('use', 0)] }, /weight 0/],
    ['a weight that sums run out of', { factors: [factor('use', 1e308)] }, /weight 1e\+308/],
    ['a weight next to nothing', { factors: [factor('use', 5e-324)] }, /weight 5e-324/],
    [
      'a scale that differences run out of',
      { factors: [{ ...factor('use', 1), scale: { zero: -1e308, hundred: 1e308 } }] },
      /at most 15 digits/,
    ],
    [
      'more factors than anybody could follow',
      { factors: Array.from({ length: 51 }, (_, index) => factor(`f${index}`, 1)) },
      /51 factors and may have 50/,
    ],
    ['a key of a page', { key: 'k'.repeat(256) }, /key of 256 characters/],
    ['a factor twice', { factors: [factor('use', 1), factor('use', 2)] }, /twice/],
    [
      'a scale of one point',
      { factors: [{ ...factor('use', 1), scale: { zero: 1, hundred: 1 } }] },
      /two different numbers/,
    ],
  ])('refuses %s', (_, wrong, message) => {
    const checked = (): unknown => checkHealthModel({ ...model, ...wrong } as HealthModel);
    expect(checked).toThrow(InvalidHealthModel);
    expect(checked).toThrow(message);
  });
});

describe('healthObservations', () => {
  it('takes the mean of everybody’s latest answer within the days', () => {
    const answers = { ...model, factors: [{ ...factor('nps', 1), source: { kind: 'answers', days: 90 } as const }] };
    const given = [
      { day: 0, respondent: 'ann', answer: 2 },
      { day: 50, respondent: 'bob', answer: 8 },
      { day: 60, respondent: 'ann', answer: 10 },
      { day: 145, respondent: 'cy', answer: 4 },
    ];
    const found = healthObservations(answers, { numbers: {}, answers: given, movements: [], readings: null }, [200]);
    expect(found.nps).toEqual([
      { day: 0, value: 2 },
      { day: 50, value: 5 },
      { day: 60, value: 9 },
      { day: 145, value: 7 },
    ]);
  });

  it('compares revenue with what it was, from the day there was something to compare', () => {
    const trend = {
      ...model,
      factors: [{ ...factor('trend', 1), source: { kind: 'revenueTrend', days: 90 } as const }],
    };
    const start = day('2025-01-01');
    const movements = [
      { day: start, kind: 'NEW', amount: 1000 },
      { day: start + 100, kind: 'EXPANSION', amount: 500 },
    ] as const;
    const found = healthObservations(trend, { numbers: {}, answers: [], movements, readings: null }, [start + 195]);
    expect(found.trend).toEqual([
      { day: start + 90, value: 1 },
      { day: start + 100, value: 1.5 },
      { day: start + 190, value: 1 },
    ]);
  });
});
