import type { SurveyRecord } from '../records/survey.ts';

/** An open survey. */
export const relationship: SurveyRecord = {
  key: 'relationship',
  name: 'Relationship',
  question: 'How likely are you to recommend us?',
  lowLabel: 'Not at all',
  highLabel: 'Extremely',
  followUps: [
    { bucket: 'PROMOTER', question: 'What do you like most?' },
    { bucket: 'DETRACTOR', question: 'What went wrong?' },
  ],
  thanks: 'Thank you.',
  open: true,
};
