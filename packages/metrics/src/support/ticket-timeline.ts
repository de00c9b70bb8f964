import type { OpenTime } from './open-time.ts';

/** What can happen to a ticket, in the order in which it counts where several share an instant. */
export const ticketEventKinds = ['reopened', 'privateNote', 'publicReply', 'resolved', 'closed', 'merged'] as const;

/** One of {@link ticketEventKinds}. */
export type TicketEventKind = (typeof ticketEventKinds)[number];

/** Who does something to a ticket. */
export const ticketActors = ['agent', 'customer', 'bot'] as const;

/** One of {@link ticketActors}. */
export type TicketActor = (typeof ticketActors)[number];

/** Something that happened to a ticket. */
export interface TicketEvent {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  readonly kind: TicketEventKind;
  readonly by: TicketActor;
}

/** How long something took, in whole seconds. */
export interface Wait {
  readonly calendar: number;
  /** Within business hours; `null` where no hours are known for the time. */
  readonly business: number | null;
}

/** One stretch in which a ticket was resolved, or its end by being merged into another. */
export interface Resolution {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly at: number;
  /** When it was opened again; `null` while it was not. */
  readonly reopenedAt: number | null;
  /** From the ticket's creation; `null` for a merge, which resolves nothing. */
  readonly wait: Wait | null;
}

/** What a ticket's events come to. */
export interface TicketTimeline {
  /** To the first public reply by an agent; `null` while there is none. */
  readonly agentReply: Wait | null;
  /** To the first public reply by an agent or a bot. */
  readonly anyReply: Wait | null;
  /** The stretches in which it was resolved, oldest first. */
  readonly resolutions: readonly Resolution[];
  readonly merged: boolean;
}

const rank = new Map<TicketEventKind, number>(ticketEventKinds.map((kind, index) => [kind, index]));

/**
 * Reads a ticket's history.
 *
 * - A reply counts from after the instant of creation: at that very instant it is the ticket's own first message.
 * - Closing a ticket that is not resolved resolves it. Resolving it again without a reopening in between changes nothing,
 *   nor does reopening one that is open.
 * - A merged ticket goes on in another; nothing counts after the merge. What happened before the creation never counts.
 *
 * @param times the ticket's business hours; `undefined` where there are none
 * @see https://support.zendesk.com/hc/en-us/articles/4408834848154
 */
export function ticketTimeline(
  createdAt: number,
  events: readonly TicketEvent[],
  times: OpenTime | undefined,
): TicketTimeline {
  const wait = (at: number): Wait => ({
    calendar: Math.floor((at - createdAt) / 1000),
    business: times?.secondsBetween(createdAt, at) ?? null,
  });
  const ordered = events
    .filter(({ at }) => at >= createdAt)
    .sort((a, b) => a.at - b.at || (rank.get(a.kind) ?? 0) - (rank.get(b.kind) ?? 0));
  let agentReply: Wait | null = null;
  let anyReply: Wait | null = null;
  const resolutions: Resolution[] = [];
  for (const { at, kind, by } of ordered) {
    const current = resolutions.at(-1);
    const isResolved = current !== undefined && current.reopenedAt === null;
    switch (kind) {
      case 'publicReply':
        if (by === 'customer' || at === createdAt) break;
        anyReply ??= wait(at);
        if (by === 'agent') agentReply ??= wait(at);
        break;
      case 'resolved':
      case 'closed':
        if (!isResolved) resolutions.push({ at, reopenedAt: null, wait: wait(at) });
        break;
      case 'reopened':
        if (isResolved) resolutions[resolutions.length - 1] = { ...current, reopenedAt: at };
        break;
      case 'merged':
        if (!isResolved) resolutions.push({ at, reopenedAt: null, wait: null });
        return { agentReply, anyReply, resolutions, merged: true };
      case 'privateNote':
        break;
    }
  }
  return { agentReply, anyReply, resolutions, merged: false };
}
