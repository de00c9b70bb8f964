import type { CountLabel } from '../format/count-label.ts';
import { changeLabels } from '../widget/ChangeLine.tsx';
import { sharedLabels } from '../widget/shared-labels.ts';

/** Every word of a metric card, in English. Names, formulas and reasons come from the graph. */
export const metricCardLabels = {
  ...sharedLabels,
  ...changeLabels,
  left: { one: '{n} day left', other: '{n} days left' } as CountLabel,
  accounts: { one: '{n} account', other: '{n} accounts' } as CountLabel,
  changed: 'changed',
  capped: 'capped',
};

/** The words of a metric card; override any of them through `labels`. */
export type MetricCardLabels = typeof metricCardLabels;
