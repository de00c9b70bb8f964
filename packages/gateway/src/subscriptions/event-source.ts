import type { EventId } from './event-id.ts';
import type { WorkspaceChannel } from './workspace-channel.ts';

/** What the subscribe function of a field draws its events from, and reports the ids of events to. */
export interface EventSource {
  readonly channel: WorkspaceChannel;
  /** The last event that a client received, where it asks for what it missed since and nothing else. */
  readonly after: EventId | null;
  /** Fires when nobody listens any more. */
  readonly signal: AbortSignal;
  /** Says the id of the event that is yielded next. */
  next(id: EventId): void;
  /** Says that every event up to an id was yielded. */
  passed(id: EventId): void;
}

/** Events that were read together, oldest first. */
export interface EventBatch<Event> {
  readonly events: readonly { readonly id: EventId; readonly event: Event }[];
  /** Where to read on from. */
  readonly upTo: EventId;
  /** Whether there is more to read at once. @default false */
  readonly hasMore?: boolean;
}
