import { expect, it } from 'vitest';
import type { HealthFactorModel } from './health-model.ts';
import { scoreHealth } from './health-score.ts';

/** A weighted score that somebody else worked and published, rounded to whole points. */
interface PublishedScore {
  readonly source: string;
  readonly title: string;
  /** Weight and score of each component, in whole points as published. */
  readonly components: readonly (readonly [weight: number, score: number])[];
  readonly expected: number;
}

// What was found of Gainsight, Vitally and ChurnZero describes weighted means without an example in numbers.
const published: readonly PublishedScore[] = [
  {
    source: 'https://support.natero.com/support/solutions/articles/50000000840-calculation-of-account-health-score',
    title: 'Natero: 80, 71, 90 and 54 under 2, 3, 3 and 2 are 75',
    components: [
      [2, 80],
      [3, 71],
      [3, 90],
      [2, 54],
    ],
    expected: 75,
  },
  {
    source: 'https://support.natero.com/hc/en-us/articles/204446145',
    title: 'Natero: 80, 71, 79 and 54 under 2, 3, 3 and 2 are 72',
    components: [
      [2, 80],
      [3, 71],
      [3, 79],
      [2, 54],
    ],
    expected: 72,
  },
  {
    source: 'https://support.natero.com/hc/en-us/articles/204446145-Calculation-of-Account-Health-Score',
    title: 'Natero: 83, 71, 78 and 54 under 7, 5, 8 and 3 are 75',
    components: [
      [7, 83],
      [5, 71],
      [8, 78],
      [3, 54],
    ],
    expected: 75,
  },
];

it.each(published)('$title', ({ components, expected }) => {
  const factors = components.map(
    ([weight], index): HealthFactorModel => ({
      key: `${index}`,
      label: `${index}`,
      weight,
      source: { kind: 'number', key: `${index}` },
      scale: { zero: 0, hundred: 100 },
      format: 'NUMBER',
      staleAfterDays: null,
    }),
  );
  const bands = [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }] as const;
  const observed = Object.fromEntries(components.map(([, value], index) => [`${index}`, [{ day: 0, value }]]));
  const { score } = scoreHealth({ key: 'm', name: 'M', appliesTo: [], order: 0, factors, bands }, observed, 0);
  expect(Math.round(score ?? Number.NaN)).toBe(expected);
});

// https://na3.dnbi.com/help/dnbi_help_Whatdoesignoremissingvariables,keepweightsasdefinedmean_163.html
it('D&B: of weights 40, 30 and 30 the missing third leaves the others at 4 to 3', () => {
  const factors = ([40, 30, 30] as const).map(
    (weight, index): HealthFactorModel => ({
      key: `${index}`,
      label: `${index}`,
      weight,
      source: { kind: 'number', key: `${index}` },
      scale: { zero: 0, hundred: 100 },
      format: 'NUMBER',
      staleAfterDays: null,
    }),
  );
  const bands = [{ key: 'all', label: 'All', from: 0, to: 100, tone: 'GOOD' }] as const;
  const observed = { '0': [{ day: 0, value: 80 }], '1': [{ day: 0, value: 45 }] };
  const found = scoreHealth({ key: 'm', name: 'M', appliesTo: [], order: 0, factors, bands }, observed, 0);
  // Values are ours. To keep the weights as they are, which they offer too, would give 45.5.
  expect(found.score).toBeCloseTo((4 * 80 + 3 * 45) / 7, 10);
  expect(found.coverage).toBeCloseTo(0.7, 10);
});
