/** What of an event matters to its user's day. */
export interface DayEvent {
  /** 0: without a feature named. */
  readonly featureNo: number;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** The session that the host put it in; `null` where it did not say. */
  readonly session: number | null;
  readonly seconds: number;
}

/** What a user did with one feature on one day. */
export interface FeatureUse {
  readonly featureNo: number;
  readonly events: number;
  /** Those that began with the feature. */
  readonly sessions: number;
  /** How long those lasted. */
  readonly seconds: number;
}

interface Session {
  readonly featureNo: number;
  readonly start: number;
  end: number;
}

/** How long nothing may happen within a session, in milliseconds. */
const longestPause = 30 * 60_000;

/**
 * Adds a user's events of one day up, feature by feature. Sessions are those that the host named; events without one make
 * sessions of their own, each ended by a pause of more than 30 minutes. A session lasts from its first event to the end of
 * whichever ends last, so that a single event without a duration makes one of 0 seconds.
 *
 * @see https://support.google.com/analytics/answer/2731565 for the 30 minutes, and for ending sessions with the day
 */
export function rollUpDay(events: readonly DayEvent[]): readonly FeatureUse[] {
  const ordered = [...events].sort((a, b) => a.at - b.at || a.featureNo - b.featureNo);
  const counts = new Map<number, { events: number; sessions: number; seconds: number }>();
  for (const { featureNo } of ordered) {
    const count = counts.get(featureNo) ?? { events: 0, sessions: 0, seconds: 0 };
    count.events++;
    counts.set(featureNo, count);
  }
  for (const { featureNo, start, end } of sessionsOf(ordered)) {
    const count = counts.get(featureNo);
    if (count === undefined) continue;
    count.sessions++;
    count.seconds += Math.round((end - start) / 1_000);
  }
  return [...counts].map(([featureNo, count]) => ({ featureNo, ...count }));
}

function sessionsOf(ordered: readonly DayEvent[]): readonly Session[] {
  const sessions: Session[] = [];
  const named = new Map<number, Session>();
  let unnamed: Session | undefined;
  for (const { featureNo, at, session, seconds } of ordered) {
    const end = at + seconds * 1_000;
    const going =
      session !== null
        ? named.get(session)
        : unnamed !== undefined && at - unnamed.end <= longestPause
          ? unnamed
          : undefined;
    if (going !== undefined) {
      going.end = Math.max(going.end, end);
      continue;
    }
    const begun = { featureNo, start: at, end };
    sessions.push(begun);
    if (session === null) unnamed = begun;
    else named.set(session, begun);
  }
  return sessions;
}
