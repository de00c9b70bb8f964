import type { SurveyRecord } from '@plimsoll/store';

/** Asked when a ticket is solved. */
export const supportSurvey: SurveyRecord = {
  key: 'support-csat',
  kind: 'CSAT',
  scale: 5,
  name: 'Support satisfaction',
  question: 'How satisfied were you with the help you got?',
  lowLabel: 'Very dissatisfied',
  highLabel: 'Very satisfied',
  followUps: [],
  thanks: 'Thank you. The person who helped you reads this.',
  open: true,
};

/** Asked when somebody has set something up for the first time. */
export const setupSurvey: SurveyRecord = {
  key: 'setup-ces',
  kind: 'CES',
  scale: 7,
  direction: 'HIGH_IS_EASY',
  name: 'Ease of setting up',
  question: 'Harbor made it easy for me to set this up.',
  lowLabel: 'Strongly disagree',
  highLabel: 'Strongly agree',
  followUps: [],
  thanks: 'Thank you. We read every answer.',
  open: true,
};
