import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { healthChange } from './health-change.ts';
import type { HealthModel } from './health-model.ts';
import { type HealthScore, type Observation, scoreHealth } from './health-score.ts';
import { healthTimeline } from './health-timeline.ts';

const lastDay = 300;
const millionths = (points: number): number => Math.round(points * 1_000_000);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const factor = fc.record({
  weight: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0.001, max: 1000, noNaN: true })),
  scale: fc.constantFrom({ zero: 0, hundred: 1 }, { zero: 10, hundred: 0 }, { zero: -0.3, hundred: 0.7 }),
  staleAfterDays: fc.option(fc.integer({ min: 1, max: 60 })),
});

const model: fc.Arbitrary<HealthModel> = fc.array(factor, { minLength: 1, maxLength: 7 }).map((factors) => ({
  key: 'm',
  name: 'M',
  appliesTo: [],
  order: 0,
  factors: factors.map((given, index) => ({
    key: `f${index}`,
    label: `F${index}`,
    source: { kind: 'number', key: `f${index}` },
    format: 'NUMBER',
    ...given,
  })),
  bands: [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }],
}));

const observation: fc.Arbitrary<Observation> = fc.record({
  day: fc.integer({ min: 0, max: lastDay }),
  value: fc.option(fc.double({ min: -2, max: 12, noNaN: true }), { freq: 8 }),
});
// A day has one value: what is reported again replaces it.
const observations = fc
  .dictionary(
    fc.constantFrom('f0', 'f1', 'f2', 'f3', 'f4'),
    fc.uniqueArray(observation, { selector: ({ day }) => day, maxLength: 12 }),
  )
  .map((given) =>
    Object.fromEntries(Object.entries(given).map(([key, list]) => [key, [...list].sort((a, b) => a.day - b.day)])),
  );
const day = fc.integer({ min: -5, max: lastDay + 80 });

const seen = ({ day: on, score, coverage }: HealthScore) => ({ on, score, coverage });

describe('a score', () => {
  it('is the sum of its contributions, and effective weights add up to 1', () => {
    fc.assert(
      fc.property(model, observations, day, (of, given, on) => {
        const { score, coverage, factors } = scoreHealth(of, given, on);
        const known = factors.filter(({ state }) => state === 'KNOWN');
        expect(sum(factors.map(({ contribution }) => millionths(contribution)))).toBe(millionths(score ?? 0));
        expect(sum(factors.map(({ effectiveWeight }) => effectiveWeight))).toBeCloseTo(known.length === 0 ? 0 : 1, 9);
        expect(sum(factors.map(({ weight }) => weight))).toBeCloseTo(1, 9);
        expect(sum(known.map(({ weight }) => weight))).toBeCloseTo(coverage, 9);
        expect(score === null).toBe(known.length === 0);
        if (score !== null) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(100);
          const scores = known.map((one) => one.score ?? Number.NaN);
          expect(score).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-6);
          expect(score).toBeLessThanOrEqual(Math.max(...scores) + 1e-6);
        }
      }),
    );
  });

  it('hangs on the proportion of the weights alone', () => {
    fc.assert(
      fc.property(model, observations, day, fc.constantFrom(2, 0.25, 1024), (of, given, on, times) => {
        const heavier = { ...of, factors: of.factors.map((one) => ({ ...one, weight: one.weight * times })) };
        expect(scoreHealth(heavier, given, on)).toEqual(scoreHealth(of, given, on));
      }),
    );
  });

  it('changes by what its factors’ contributions change by', () => {
    fc.assert(
      fc.property(model, observations, day, day, (of, given, earlier, later) => {
        const [before, after] = [scoreHealth(of, given, earlier), scoreHealth(of, given, later)];
        const change = healthChange(before, after);
        expect(change === null).toBe(before.score === null || after.score === null);
        if (change === null) return;
        expect(millionths(change.amount)).toBe(millionths(after.score ?? 0) - millionths(before.score ?? 0));
        expect(sum(change.factors.map(({ amount }) => millionths(amount)))).toBe(millionths(change.amount));
      }),
    );
  });
});

describe('a timeline', () => {
  it('says on every day what the score of that day says', () => {
    fc.assert(
      fc.property(model, observations, (of, given) => {
        const timeline = healthTimeline(of, given, -5, lastDay + 80);
        for (let on = -5; on <= lastDay + 80; on++) {
          const { score, coverage } = scoreHealth(of, given, on);
          const stands = timeline.findLast((entry) => entry.day <= on);
          expect({ score: stands?.score ?? null, coverage: stands?.coverage ?? 0 }).toEqual({ score, coverage });
        }
      }),
      { numRuns: 60 },
    );
  });

  it('from a day on is the end of the whole, given no more than each factor’s latest before', () => {
    fc.assert(
      fc.property(model, observations, day, (of, given, from) => {
        const recent = Object.fromEntries(
          Object.entries(given).map(([key, list]) => [
            key,
            list.slice(
              Math.max(
                0,
                list.findLastIndex((one) => one.day < from),
              ),
            ),
          ]),
        );
        const whole = healthTimeline(of, given, -5, 1000).filter((entry) => entry.day >= from);
        expect(healthTimeline(of, recent, from, 1000).map(seen)).toEqual(whole.map(seen));
      }),
    );
  });

  it('counts a value on its last fresh day and not on the next', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: -400, max: 400 }), (fresh, on) => {
        const [alone] = fc.sample(model, { numRuns: 1, seed: fresh });
        const [first] = alone?.factors ?? [];
        if (alone === undefined || first === undefined) throw new Error('A model has a factor.');
        const one = { ...alone, factors: [{ ...first, staleAfterDays: fresh }] };
        const given = { f0: [{ day: on, value: 0.5 }] };
        expect(scoreHealth(one, given, on + fresh).coverage).toBe(1);
        expect(scoreHealth(one, given, on + fresh + 1).coverage).toBe(0);
        expect(healthTimeline(one, given, -1000, 1000).map((entry) => entry.day)).toEqual([on, on + fresh + 1]);
      }),
    );
  });
});
