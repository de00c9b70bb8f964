import { builder } from './builder.ts';

/** Units of a look-back. */
export const LookBackUnit = builder.enumType('LookBackUnit', {
  description: 'What a look-back is counted in.',
  values: {
    DAY: { description: 'Days.' },
    WEEK: { description: 'Seven days each.' },
    MONTH: { description: 'Calendar months, back to the same date where the month has it.' },
  } as const,
});

/** When a metric is read for health. */
export const Measuring = builder.enumType('Measuring', {
  description: 'When a metric is read for health.',
  values: {
    DAY: { description: 'On every day on which it can change.' },
    WEEK: { description: 'On Mondays; the reading stands until the next.' },
  } as const,
});

/** How a person reads a factor's value. */
export const FactorFormat = builder.enumType('FactorFormat', {
  description: 'How a person reads a factor’s value.',
  values: {
    NUMBER: { description: 'As a number.' },
    PERCENT: { description: 'As a percentage: 0.93 is 93 %.' },
  } as const,
});
