import { sharedLabels } from '../widget/shared-labels.ts';

/** Every word of a survey that is not part of the survey itself, in English. */
export const npsSurveyLabels = {
  ...sharedLabels,
  survey: 'Survey',
  forbidden: 'This survey is not open to you',
  send: 'Send',
  sending: 'Sending …',
  dismiss: 'Not now',
  progress: '{step} of 2',
  rejected: 'Your answer could not be sent. It is still here: please try again.',
  answered: 'You have already answered. Thank you.',
  closed: 'This survey is closed.',
};

/** The words around a survey; override any of them through `labels`. */
export type NpsSurveyLabels = typeof npsSurveyLabels;
