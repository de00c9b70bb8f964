import { builder } from './builder.ts';

/** The groups that answers fall in. */
export const AnswerBucket = builder.enumType('AnswerBucket', {
  description: 'The groups that answers fall in: three for each kind of survey, and each answer in exactly one.',
  values: {
    DETRACTOR: { description: 'NPS: 0 to 6.' },
    PASSIVE: { description: 'NPS: 7 and 8.' },
    PROMOTER: { description: 'NPS: 9 and 10.' },
    DISSATISFIED: { description: 'CSAT: 1 and 2 of 5, 1 to 3 of 10.' },
    SATISFIED: { description: 'CSAT: 4 and 5 of 5, 8 to 10 of 10.' },
    HARD: { description: 'CES: as many answers at the bad end as are EASY at the good one.' },
    EASY: { description: 'CES: the top 2 of 5 or top 3 of 7, the bottom ones where low is easy.' },
    NEUTRAL: { description: 'CSAT and CES: what lies between.' },
  } as const,
});
