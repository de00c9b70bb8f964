import { builder } from './builder.ts';

/** The three groups of the 0…10 question. */
export const NpsBucket = builder.enumType('NpsBucket', {
  description: 'The three groups of the 0 to 10 question.',
  values: {
    DETRACTOR: { description: '0 to 6.' },
    PASSIVE: { description: '7 and 8.' },
    PROMOTER: { description: '9 and 10.' },
  } as const,
});
