import type { TicketActor, TicketEventKind } from '@plimsoll/metrics';

/** A request for help. */
export interface TicketRecord {
  /** The host's own id of the ticket. */
  readonly ticketId: string;
  /** Must be known. */
  readonly accountExternalId: string;
  /** An instant with its offset: `2026-11-21T09:30:00Z`. */
  readonly createdAt: string;
  /** Who asked. */
  readonly requester?: string;
  readonly priority?: string;
  /** Where it came from, such as `email`. */
  readonly channel?: string;
  /** Key of the schedule whose hours count for it; it may come later. @default 'default' */
  readonly schedule?: string;
}

/** Something that happened to a ticket. */
export interface TicketEventRecord {
  /** The host's own id of the event; without one, the same thing by the same kind of person at the same instant is one event. */
  readonly eventId?: string;
  /** Must be known. */
  readonly ticketId: string;
  /** An instant with its offset, not before the ticket's creation. */
  readonly at: string;
  readonly kind: TicketEventKind;
  readonly by: TicketActor;
}

/** A day of the week. */
export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

/** A stretch of a weekday in which support is open. */
export interface OpeningRecord {
  readonly weekday: Weekday;
  /** `09:00` */
  readonly opens: string;
  /** `17:30`, the first minute at which it is closed; `24:00` for the end of the day. */
  readonly closes: string;
}

/**
 * Business hours from a day on, until another record of the same key says otherwise. Another record for the same day takes
 * the place of the first; what came before the day stays as it was.
 */
export interface ScheduleRecord {
  /** Tickets name it by this; those that name none follow the one called `default`. */
  readonly key: string;
  /** The day, in the schedule's own time zone, on which these hours come into force: `2026-11-21`. */
  readonly validFrom: string;
  /** An IANA name: `Europe/Berlin`. */
  readonly timeZone: string;
  /** Several a day may be given, without overlaps; none at all means never open. */
  readonly hours: readonly OpeningRecord[];
  /** Days on which it is closed all day, at most 1,000. */
  readonly holidays?: readonly string[];
}
