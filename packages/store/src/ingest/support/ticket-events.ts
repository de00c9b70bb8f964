import { type TicketEvent, ticketActors, ticketEventKinds } from '@plimsoll/metrics';
import { rebuildTicketTimes } from '../../derived/ticket-times.ts';
import type { TicketEventRecord } from '../../records/ticket.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId, requiredInstant } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { Rejection } from '../rejection.ts';
import { settleChanges } from '../settle-changes.ts';
import { loadEvents, type StoredEvent, saveEvents } from './ticket-event-rows.ts';
import { loadTickets, type Ticket } from './ticket-rows.ts';

const longestId = 255;

/** Takes in what happened to tickets, in any order, and works those tickets out anew. */
export function ingestTicketEvents(records: readonly TicketEventRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseEvent);
  return async (tx) => {
    const tickets = await loadTickets(tx, source, [...new Set(parsed.map(({ value }) => value.ticketId))]);
    const placed = batch.step(parsed, (event) => checkTicket(event, tickets.get(event.ticketId), source));
    const loaded = await loadEvents(
      tx,
      source,
      placed.map(({ value }) => value.eventId),
    );
    const stored = new Map(loaded.map((event) => [event.eventId, event]));
    const { written, replaced } = settleChanges(batch, placed, stored, { keyOf: ({ eventId }) => eventId, isSame });
    await saveEvents(tx, source, written);
    await rebuildTicketTimes(tx, source, [...new Set([...replaced, ...written].map(({ ticketId }) => ticketId))]);
    return batch.results;
  };
}

function parseEvent(record: TicketEventRecord): StoredEvent {
  const ticketId = requiredId(record.ticketId, 'ticketId', 'The ticket’s id');
  const event: TicketEvent = {
    at: requiredInstant(record.at, 'at', 'The time of the event'),
    kind: oneOf(ticketEventKinds, record.kind, 'kind', 'a kind of event'),
    by: oneOf(ticketActors, record.by, 'by', 'somebody who acts'),
  };
  const eventId = optionalText(record.eventId, 'eventId', 'The event’s id', longestId);
  return { ...event, ticketId, eventId: eventId ?? JSON.stringify([ticketId, event.at, event.kind, event.by]) };
}

function oneOf<Known extends string>(known: readonly Known[], value: unknown, field: string, what: string): Known {
  const found = known.find((one) => one === value);
  if (found !== undefined) return found;
  throw new Rejection(field, `"${String(value)}" is not ${what}. Give one of ${known.join(', ')}.`);
}

function checkTicket(event: StoredEvent, ticket: Ticket | undefined, source: string): StoredEvent {
  if (ticket === undefined) {
    throw new Rejection(
      'ticketId',
      `There is no ticket "${event.ticketId}" from the source "${source}". Import the ticket first, or correct the id.`,
    );
  }
  if (event.at < ticket.createdAt) {
    throw new Rejection(
      'at',
      `The event is of ${new Date(event.at).toISOString()}, before its ticket was created at ${new Date(ticket.createdAt).toISOString()}, so it would count for nothing. Correct one of the two.`,
    );
  }
  return event;
}

function isSame(a: StoredEvent, b: StoredEvent): boolean {
  return a.ticketId === b.ticketId && a.at === b.at && a.kind === b.kind && a.by === b.by;
}
