import { type HealthFacts, health as source } from '../../facts/health/health.ts';
import type { Metric } from '../../metric.ts';

/** Mean customer health. */
export const health: Metric<HealthFacts> = {
  key: 'HEALTH',
  name: 'Customer health',
  shortName: 'Health',
  description:
    'The mean health score of the paying accounts at the end of the period, 0 to 100, every account counting the same whatever it pays. An account’s score is the weighted mean of its factors; accounts of which nothing is known are left out and counted in the coverage.',
  formula: 'Σ health scores ÷ accounts with a score',
  unit: 'SCORE',
  better: 'HIGHER',
  balance: true,
  source,
  terms: () => ({
    numerator: [{ key: 'TOTAL_SCORE', label: 'Sum of scores', sign: 1, measure: 'POINTS', of: (facts) => facts.total }],
    denominator: [
      { key: 'SCORED', label: 'Accounts with a score', sign: 1, measure: 'COUNT', of: (facts) => facts.scored },
    ],
  }),
  undefinedBecause: (facts) => (facts.scored === 0 ? 'NO_SCORES' : null),
  reasons: {
    NO_SCORES: {
      title: 'No health scores',
      explanation: 'Nothing is known about these accounts yet. Scores come with the first factor.',
    },
  },
  switches: [],
  coverage: (facts) => (facts.scored + facts.unscored === 0 ? 1 : facts.covered / (facts.scored + facts.unscored)),
  excluded: (facts) =>
    facts.unscored === 0
      ? []
      : [{ reason: 'NO_SCORE', explanation: 'Paying accounts of which no factor is known.', count: facts.unscored }],
};
