import type { NpsBucket, SurveyPartsFragment } from '@plimsoll/client';

/** Where a reader stands in the survey. */
export type SurveyStep =
  | { readonly step: 'asking' }
  /** The answer is on its way; nothing can be sent again until it has arrived or failed. */
  | { readonly step: 'sending' }
  /** It could not be sent. What was typed is still there. */
  | { readonly step: 'rejected'; readonly message?: string | undefined }
  | { readonly step: 'thanks' }
  /** This person has answered before. */
  | { readonly step: 'answered' }
  | { readonly step: 'closed' };

/** What an NPS survey shows. */
export type NpsSurveyData = SurveyStep & { readonly survey: SurveyPartsFragment };

/** The bucket an answer from 0 to 10 falls in: 0–6, 7–8, 9–10. */
export function bucketOf(answer: number): NpsBucket {
  if (answer <= 6) return 'DETRACTOR';
  return answer <= 8 ? 'PASSIVE' : 'PROMOTER';
}
