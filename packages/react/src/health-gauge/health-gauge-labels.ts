import { sharedLabels } from '../widget/shared-labels.ts';

/** Every word of a health gauge, in English. Names of bands and factors come from the graph. */
export const healthGaugeLabels = {
  ...sharedLabels,
  explain: 'Why this score',
  noScores: 'No score yet',
  noScoresText: 'No factor has a value yet.',
  score: 'Score',
  of: 'of 100',
  UP: 'Up',
  DOWN: 'Down',
  FLAT: 'Unchanged',
  since: 'since {day}',
  from: 'from',
  model: 'Model',
};

/** The words of a health gauge; override any of them through `labels`. */
export type HealthGaugeLabels = typeof healthGaugeLabels;
