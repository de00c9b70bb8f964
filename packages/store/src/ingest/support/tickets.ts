import { rebuildTicketTimes } from '../../derived/ticket-times.ts';
import type { TicketRecord } from '../../records/ticket.ts';
import { Batch, itemsOf } from '../batch.ts';
import { optionalText, requiredId, requiredInstant } from '../fields.ts';
import type { Ingest } from '../ingest.ts';
import { placeOnAccounts } from '../place-on-accounts.ts';
import { settleChanges } from '../settle-changes.ts';
import { loadTickets, saveTickets, type Ticket } from './ticket-rows.ts';

const longestName = 255;

/** Takes tickets in, each in place of the one with its id. */
export function ingestTickets(records: readonly TicketRecord[], source: string): Ingest {
  const batch = new Batch(records);
  const parsed = batch.step(itemsOf(records), parseTicket);
  return async (tx) => {
    const placed = await placeOnAccounts(tx, source, batch, parsed);
    const stored = await loadTickets(
      tx,
      source,
      placed.map(({ value }) => value.ticketId),
    );
    const { written, replaced } = settleChanges(batch, placed, stored, { keyOf: ({ ticketId }) => ticketId, isSame });
    await saveTickets(tx, source, written);
    await rebuildTicketTimes(
      tx,
      source,
      written.map(({ ticketId }) => ticketId),
      replaced,
    );
    return batch.results;
  };
}

function parseTicket(record: TicketRecord) {
  return {
    ticketId: requiredId(record.ticketId, 'ticketId', 'The ticket’s id'),
    account: requiredId(record.accountExternalId, 'accountExternalId', 'The account’s id'),
    createdAt: requiredInstant(record.createdAt, 'createdAt', 'The time of the creation'),
    requester: optionalText(record.requester, 'requester', 'Who asked', longestName) ?? null,
    priority: optionalText(record.priority, 'priority', 'The priority', longestName) ?? null,
    channel: optionalText(record.channel, 'channel', 'The channel', longestName) ?? null,
    schedule: optionalText(record.schedule, 'schedule', 'The schedule’s key', longestName) ?? null,
  };
}

function isSame(a: Ticket, b: Ticket): boolean {
  return (
    a.accountId === b.accountId &&
    a.createdAt === b.createdAt &&
    a.requester === b.requester &&
    a.priority === b.priority &&
    a.channel === b.channel &&
    a.schedule === b.schedule
  );
}
