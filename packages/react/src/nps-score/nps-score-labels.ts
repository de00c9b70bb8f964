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
  answered: '{n} of {shown} answered',
  responded: '{share} responded',
};

/** The words of an NPS card; override any of them through `labels`. */
export type NpsScoreLabels = typeof npsScoreLabels;
