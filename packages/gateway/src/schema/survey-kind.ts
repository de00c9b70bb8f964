import { builder } from './builder.ts';

/** What a survey asks. */
export const SurveyKind = builder.enumType('SurveyKind', {
  description: 'What a survey asks.',
  values: {
    NPS: { description: 'How likely people are to recommend, from 0 to 10.' },
    CSAT: { description: 'How satisfied people are, from 1 to 5 or to 10.' },
    CES: { description: 'How easy something was, from 1 to 5 or to 7.' },
  } as const,
});

/** Which end of a CES scale is the good one. */
export const ScaleDirection = builder.enumType('ScaleDirection', {
  description: 'Which end of a CES scale is the good one.',
  values: {
    HIGH_IS_EASY: { description: 'High answers agree that it was made easy.' },
    LOW_IS_EASY: { description: 'Low answers tell of little effort, as the question was first asked.' },
  } as const,
});
