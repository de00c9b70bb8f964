import { builder } from './builder.ts';

/** What a milestone is for. */
export const MilestoneRole = builder.enumType('MilestoneRole', {
  description: 'What a milestone is for.',
  values: {
    START: { value: 'start', description: 'An account starts with it; without one, with its first payment.' },
    FIRST_VALUE: { value: 'firstValue', description: 'With it the product is first of use to an account.' },
    OTHER: { value: 'other', description: 'Nothing that a metric looks at.' },
  } as const,
});
