import type { Day } from '../calendar/day.ts';

/** A stretch of a weekday in which support is open, half-open: `[opens, closes)`. */
export interface OpenHours {
  /** 1 Monday … 7 Sunday (ISO 8601). */
  readonly weekday: number;
  /** Minutes since midnight, 0…1439. */
  readonly opens: number;
  /** Minutes since midnight, later than `opens` and at most 1440. */
  readonly closes: number;
}

/** Business hours as they were from a day on, until the next version. */
export interface ScheduleVersion {
  /** The day, in the version's own time zone, on which it came into force. */
  readonly validFrom: Day;
  /** An IANA name. */
  readonly timeZone: string;
  /** Without overlaps; none at all means never open. */
  readonly hours: readonly OpenHours[];
  /** Days on which it is closed all day. */
  readonly holidays: readonly Day[];
}

/** The schedule of tickets that name none. */
export const defaultSchedule = 'default';

/** Hours of the clock around: under these, business time is calendar time. */
export const aroundTheClock: readonly OpenHours[] = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
  weekday,
  opens: 0,
  closes: 1440,
}));
