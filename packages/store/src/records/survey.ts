import type { AnswerBucket, ScaleDirection, SurveyKind, SurveyScale } from '@plimsoll/metrics';

/** A survey: one question that is answered by a whole number, with what follows it. */
export interface SurveyRecord {
  readonly key: string;
  /** Cannot change once there are answers. @default 'NPS' */
  readonly kind?: SurveyKind;
  /** The highest answer: 10 for NPS, 5 or 10 for CSAT, 5 or 7 for CES. Cannot change once there are answers. @default 10 for NPS, none for others */
  readonly scale?: number;
  /** Which end of a CES scale is the good one. May be put right at any time. @default 'HIGH_IS_EASY' */
  readonly direction?: ScaleDirection;
  readonly name: string;
  readonly question: string;
  /** What the lowest answer means, in words: 0 for NPS, 1 for others. */
  readonly lowLabel: string;
  /** What the highest answer means, in words. */
  readonly highLabel: string;
  /** The question that follows an answer, by bucket; at most one each. */
  readonly followUps: readonly { readonly bucket: AnswerBucket; readonly question: string }[];
  readonly thanks: string;
  /** Whether answers are taken. Imports go in either way. */
  readonly open: boolean;
}

/** A survey as it is stored. */
export interface Survey extends Omit<SurveyRecord, 'kind' | 'scale' | 'direction'> {
  readonly scale: SurveyScale;
}

/** A survey was put in front of somebody. Kept once per survey, respondent and day of the workspace's time zone. */
export interface ExposureRecord {
  readonly survey: string;
  /** The account by external id, or by internal id where the caller has that; neither: of no account. */
  readonly accountExternalId?: string;
  readonly accountId?: string;
  readonly respondent: string;
  /** An instant, such as `2026-11-21T09:30:00Z`. */
  readonly shownAt: string;
  /** Whether it was put aside without an answer; once dismissed, a day's exposure stays so. @default false */
  readonly dismissed?: boolean;
}

/** An answer given elsewhere, for import. */
export interface ResponseRecord {
  readonly externalId: string;
  readonly survey: string;
  /** Must be known; absent: of no account. */
  readonly accountExternalId?: string;
  readonly respondent: string;
  /** A whole number of the survey’s scale. Anything else, a text `"9"` among it, is rejected rather than rounded or read. */
  readonly answer: unknown;
  /** At most 10,000 characters. */
  readonly comment?: string;
  /** An instant, such as `2026-11-21T09:30:00Z`. */
  readonly respondedAt: string;
}

/** A survey answer as it is stored. */
export interface SurveyResponse {
  /** Internal id. */
  readonly id: string;
  readonly survey: string;
  /** Internal id of the account; `null`: of no account. */
  readonly accountId: string | null;
  readonly respondent: string;
  /** A whole number of the survey’s scale. */
  readonly answer: number;
  readonly comment: string | null;
  readonly respondedAt: Date;
}

/** Whether an exposure was recorded. Refusals are data: each `message` can be shown to a person. */
export type ExposureResult =
  /** `isNew`: it was not recorded before, on the same day for the same respondent. */
  | { readonly kind: 'recorded'; readonly isNew: boolean }
  | { readonly kind: 'surveyNotFound'; readonly message: string }
  | { readonly kind: 'surveyClosed'; readonly message: string };

/** An answer somebody gives just now. */
export interface ResponseSubmission {
  readonly survey: string;
  /** Internal id of the account; `null`: of no account. */
  readonly accountId: string | null;
  readonly respondent: string;
  /** A whole number of the survey’s scale; anything else is refused. */
  readonly answer: unknown;
  /** At most 10,000 characters. */
  readonly comment?: string | null;
  /**
   * Chosen by the respondent, once for each answer, 1 to 200 characters: sending the same one again changes nothing. The same
   * key of another respondent is another key.
   */
  readonly idempotencyKey: string;
  /** Milliseconds since 1970-01-01T00:00Z. @default the store's clock */
  readonly at?: number;
}

/** What became of a {@link ResponseSubmission}. Refusals are data: each `message` can be shown to a person. */
export type SubmissionResult =
  /** `duplicate`: it had been taken before, and this is the first result again. */
  | {
      readonly kind: 'accepted';
      readonly response: SurveyResponse;
      readonly duplicate: boolean;
      readonly revision: string;
    }
  /** `field` is the property of the submission that is wrong. */
  | { readonly kind: 'invalid'; readonly field: keyof ResponseSubmission; readonly message: string }
  | { readonly kind: 'surveyNotFound'; readonly message: string }
  | { readonly kind: 'surveyClosed'; readonly message: string }
  /** The idempotency key came before with other content, which stands. */
  | { readonly kind: 'conflict'; readonly message: string };

/** Which answers to read, newest first. */
export interface ResponseQuery {
  /** Every survey's when absent. */
  readonly survey?: string;
  /** Only answers of these accounts, by internal id. `null`: every answer, those of no account included. */
  readonly accountIds: readonly string[] | null;
  /** How many at most, 1…1000. */
  readonly first: number;
  /** Read on from the last answer of the page before. */
  readonly after?: ResponseCursor;
}

/** A place in the list of answers. */
export interface ResponseCursor {
  readonly respondedAt: Date;
  readonly id: string;
}

/** A place in the sequence of live responses: by the revision that took each in, then by its position in that revision. */
export interface ResponsePosition {
  readonly revision: number;
  /** From 1; Infinity: after all of the revision's. */
  readonly position: number;
}

/** A live response with its place in the sequence. */
export interface PositionedResponse extends SurveyResponse, ResponsePosition {}

/** The next live responses, oldest first. */
export interface ResponsesSince {
  readonly responses: readonly PositionedResponse[];
  /** Where to read on from: after the last response where there are more, else after all of the revision that was read. */
  readonly upTo: ResponsePosition;
  readonly hasMore: boolean;
}

/** One page of answers, newest first. */
export interface ResponsePage {
  readonly responses: readonly SurveyResponse[];
  readonly hasMore: boolean;
}
