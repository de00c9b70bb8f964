/**
 * One thing that a user did. An event of the same source and id is counted once, however often it is sent; sent with
 * another content it takes the place of the first, on another day and of another account too.
 *
 * Events are added up to days of use. A session is made of the user's events with the same session id, or, of those
 * without one, of events that follow the end of the one before by at most 30 minutes, whatever they were about. It ends
 * with the day, lasts from its first event to the end of its last, and belongs to the feature that it began with, so
 * that the features of a day add up to the day.
 */
export interface UsageEventRecord {
  /** The host's own id of the event, unique in its source. */
  readonly eventId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  /** Who: the same text for the same person. A user belongs to one account; the same text at two accounts is two users. */
  readonly user: string;
  /** The part of the product that was used; use of the product as such when absent. Made when it is new. */
  readonly feature?: string;
  /** When, with its offset: `2026-11-21T09:30:00Z`. */
  readonly at: string;
  /** The session it belongs to, where the host knows. */
  readonly sessionId?: string;
  /** How long it took, from `at` on; at most a day. @default 0 */
  readonly seconds?: number;
}

/**
 * What one user did on one day, as the host adds it up. Another record of the same account, user, feature and day takes
 * the place of the first, so a day can be sent again whenever it is known better. A user's day is either reported so or
 * added up from events, never both: one with events takes no report, and the first event of a day takes the place of all
 * that was reported for it.
 */
export interface UsageDayRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** Who: the same text for the same person. A user belongs to one account; the same text at two accounts is two users. */
  readonly user: string;
  /** The part of the product that was used; use of the product as such when absent. Made when it is new. */
  readonly feature?: string;
  /** The day in the workspace's time zone: `2026-11-21`. */
  readonly day: string;
  /** How often; 0 together with no sessions and seconds takes the day back. @default 1 */
  readonly events?: number;
  /** @default 0 */
  readonly sessions?: number;
  /** @default 0 */
  readonly seconds?: number;
}

/** How many seats an account is licensed for from a day on, until another record says otherwise. */
export interface SeatsRecord {
  /** Must be known. */
  readonly accountExternalId: string;
  /** `2026-11-21`. A second record for the day replaces the first. */
  readonly day: string;
  /** A whole number, 0 or more; 0 for an account that has none any more. */
  readonly seats: number;
}

/** A part of the product whose use is counted. */
export interface FeatureRecord {
  /** The key that usage names it by. */
  readonly key: string;
  /** Left as it is when absent; without one its key is shown. */
  readonly name?: string;
  /** The plans it belongs to, as the trait `plan` of accounts has them, at most 100; left as they are when absent. */
  readonly plans?: readonly string[];
}
