import type { SurveyRecord } from '@plimsoll/store';

/** The survey that Harbor asks each quarter. */
export const relationshipSurvey: SurveyRecord = {
  key: 'relationship',
  name: 'Relationship NPS',
  question: 'How likely are you to recommend Harbor to a friend or colleague?',
  lowLabel: 'Not at all likely',
  highLabel: 'Extremely likely',
  followUps: [
    { bucket: 'PROMOTER', question: 'What do you value most about Harbor?' },
    { bucket: 'PASSIVE', question: 'What would have made it a 9 or 10?' },
    { bucket: 'DETRACTOR', question: 'What went wrong, and what should we mend first?' },
  ],
  thanks: 'Thank you. Somebody at Harbor reads every answer.',
  open: true,
};
