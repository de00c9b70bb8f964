import type { ResponsePosition } from '@plimsoll/store';
import { GatewayError } from '../errors/gateway-error.ts';

/**
 * Orders the events of a workspace: by data revision, then by position in the revision. `position` Infinity stands for all
 * of the revision, as in events that tell of the newest state.
 */
export type EventId = ResponsePosition;

const form = /^(\d{1,15})(?:\.(\d{1,4}))?$/;

/** The id that stands for everything up to a revision. */
export function wholeRevision(revision: string | number): EventId {
  return { revision: Number(revision), position: Number.POSITIVE_INFINITY };
}

/** Writes an id as it travels: `42`, or `42.1` with a position. */
export function formatEventId({ revision, position }: EventId): string {
  return position === Number.POSITIVE_INFINITY ? String(revision) : `${revision}.${position}`;
}

/** Reads the id of a `Last-Event-ID` header. @throws GatewayError BAD_REQUEST for one that no event has */
export function parseEventId(text: string): EventId {
  const [, revision, position] = form.exec(text) ?? [];
  if (revision !== undefined) {
    return position === undefined
      ? wholeRevision(revision)
      : { revision: Number(revision), position: Number(position) };
  }
  throw new GatewayError(
    'BAD_REQUEST',
    'The header Last-Event-ID is not the id of an event, so it cannot be told what was missed. Send the id of the last event that was received, or leave the header out.',
    400,
  );
}

/** Compares two ids: negative where `a` comes first, 0 where they are equal. */
export function compareEventIds(a: EventId, b: EventId): number {
  if (a.revision !== b.revision) return a.revision - b.revision;
  // Infinity minus Infinity is no number.
  return a.position === b.position ? 0 : a.position - b.position;
}
