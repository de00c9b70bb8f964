import { builder } from './builder.ts';
import { Comparison } from './metric-reading.ts';
import { PeriodInput, PeriodUnit } from './period.ts';
import { PolicyInput } from './policy-input.ts';
import { SurveyKind } from './survey-kind.ts';

/** Which period a reading is over. */
export const periodArgument = builder.args((t) => ({
  period: t.field({
    type: PeriodInput,
    description:
      'Over what; the metric’s usual period when left out: the last twelve complete months, for balances the current month, for the use of the product and for support the last complete month.',
  }),
}));

/** Which successive units a series is over. */
export const seriesArguments = builder.args((t) => ({
  period: t.field({ type: PeriodInput, description: 'Over what; the last twelve units when left out.' }),
  granularity: t.field({
    type: PeriodUnit,
    required: true,
    defaultValue: 'MONTH',
    description: 'The unit between two points.',
  }),
  trailing: t.int({
    required: true,
    defaultValue: 1,
    description:
      'How many units each point looks back over, 1 to 120: 12 months for trailing-twelve-month retention. Balances look at their last day alone.',
  }),
}));

/** What a reading is compared with. */
export const compareArgument = builder.args((t) => ({
  compare: t.field({
    type: Comparison,
    required: true,
    defaultValue: 'PREVIOUS_PERIOD',
    description: 'Compared with what.',
  }),
}));

/** Under which policy a metric is read, and of which feature. */
export const policyArguments = builder.args((t) => ({
  policy: t.field({ type: PolicyInput, description: 'Policy switches to override.' }),
  feature: t.string({
    description: 'Key of the feature that FEATURE_ADOPTION is about; other metrics do not look at it.',
  }),
}));

/** Which surveys a metric of feedback reads. */
export const surveyArguments = builder.args((t) => ({
  survey: t.string({
    description: 'Key of the survey whose answers a feedback metric reads; of every survey of its kind when left out.',
  }),
  surveyKind: t.field({
    type: SurveyKind,
    description: 'The kind of survey that RESPONSE_RATE is about; of every kind when left out.',
  }),
}));
