import type { CountLabel } from '../format/count-label.ts';
import { changeLabels } from '../widget/ChangeLine.tsx';
import { sharedLabels } from '../widget/shared-labels.ts';

/** Every word of an NPS card, in English. */
export const npsScoreLabels = {
  ...sharedLabels,
  ...changeLabels,
  DETRACTOR: 'Detractors',
  PASSIVE: 'Passives',
  PROMOTER: 'Promoters',
  quarter: 'Q{n}',
  answered: { one: '{n} answer of {shown} shown', other: '{n} answers of {shown} shown' } as CountLabel,
  responded: '{share} responded',
};

/** The words of an NPS card; override any of them through `labels`. */
export type NpsScoreLabels = typeof npsScoreLabels;
