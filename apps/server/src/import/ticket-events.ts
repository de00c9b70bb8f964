import { ticketActors, ticketEventKinds } from '@plimsoll/metrics';
import type { TicketEventRecord } from '@plimsoll/store';
import { type ImportKind, type Row, RowRejection, requiredText, textOf } from './import-kind.ts';

/** `ticket-events.csv`: something that happened to a ticket a row, in any order. The ticket must be known. */
export const ticketEvents: ImportKind<TicketEventRecord> = {
  name: 'ticket-events',
  columns: [
    { name: 'event_id', required: false, field: 'eventId' },
    { name: 'ticket_id', required: true, field: 'ticketId' },
    { name: 'at', required: true, field: 'at' },
    { name: 'kind', required: true, field: 'kind' },
    { name: 'by', required: true, field: 'by' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const eventId = textOf(row, 'event_id');
    return {
      ticketId: requiredText(row, 'ticket_id'),
      at: requiredText(row, 'at'),
      kind: wordOf(row, 'kind', ticketEventKinds),
      by: wordOf(row, 'by', ticketActors),
      ...(eventId === undefined ? {} : { eventId }),
    };
  },
  write: (workspace, records) => workspace.upsertTicketEvents(records),
};

/** One of a few words, however it is spelt: `public_reply` and `Public reply` are `publicReply`. @throws RowRejection */
function wordOf<Word extends string>(row: Row, column: string, words: readonly Word[]): Word {
  const text = requiredText(row, column);
  const plain = text.replace(/[\s_-]/g, '').toLowerCase();
  const word = words.find((known) => known.toLowerCase() === plain);
  if (word !== undefined) return word;
  throw new RowRejection(column, `"${text}" is none of ${words.join(', ')}. Write one of these.`);
}
