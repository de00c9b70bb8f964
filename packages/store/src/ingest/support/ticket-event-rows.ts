import type { TicketActor, TicketEvent, TicketEventKind } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { arrayOf } from '../../schema/arrays.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { insertRows } from '../../transactions/insert-rows.ts';
import type { WorkspaceTransaction, WriteTransaction } from '../../transactions/workspace-transaction.ts';

/** An event with its own id and its ticket's. */
export interface StoredEvent extends TicketEvent {
  readonly eventId: string;
  readonly ticketId: string;
}

/** Kinds of events by the numbers they are stored as. */
const kinds: readonly TicketEventKind[] = ['publicReply', 'privateNote', 'resolved', 'reopened', 'closed', 'merged'];

/** Who does something by the numbers they are stored as. */
const actors: readonly TicketActor[] = ['agent', 'customer', 'bot'];

/** Stored events of a source by their own ids. */
export function loadEvents(
  tx: WorkspaceTransaction,
  source: string,
  eventIds: readonly string[],
): Promise<readonly StoredEvent[]> {
  return loadWhere(tx, source, sql`event_id = any(${arrayOf('text', eventIds)})`);
}

/** All events of some tickets of a source. */
export function loadEventsOfTickets(
  tx: WorkspaceTransaction,
  source: string,
  ticketIds: readonly string[],
): Promise<readonly StoredEvent[]> {
  return loadWhere(tx, source, sql`ticket_id = any(${arrayOf('text', ticketIds)})`);
}

async function loadWhere(
  tx: WorkspaceTransaction,
  source: string,
  condition: RawBuilder<unknown>,
): Promise<readonly StoredEvent[]> {
  const rows = await packedRows<readonly [string, string, number, number, number]>(
    tx.trx,
    sql`event_id, ticket_id, (extract(epoch from at) * 1000)::bigint, kind, actor`,
    sql`from ticket_event where workspace_id = ${tx.workspace} and source = ${source} and ${condition}`,
  );
  return rows.map(([eventId, ticketId, at, kind, actor]) => ({
    eventId,
    ticketId,
    at,
    kind: kinds[kind] ?? 'privateNote',
    by: actors[actor] ?? 'bot',
  }));
}

/** Writes events, each in place of the one with its id. */
export async function saveEvents(tx: WriteTransaction, source: string, events: readonly StoredEvent[]): Promise<void> {
  if (events.length === 0) return;
  tx.effects.changed = true;
  await insertRows(
    tx,
    'ticket_event',
    events,
    {
      event_id: ['text', ({ eventId }) => eventId],
      source: ['text', () => source],
      ticket_id: ['text', ({ ticketId }) => ticketId],
      at: ['timestamptz', ({ at }) => new Date(at).toISOString()],
      kind: ['smallint', ({ kind }) => kinds.indexOf(kind)],
      actor: ['smallint', ({ by }) => actors.indexOf(by)],
    },
    ['source', 'event_id'],
  );
}
