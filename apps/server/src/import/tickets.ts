import type { TicketRecord } from '@plimsoll/store';
import { type ImportKind, requiredText, textOf } from './import-kind.ts';

/** `tickets.csv`: a request for help a row. The account must be known. */
export const tickets: ImportKind<TicketRecord> = {
  name: 'tickets',
  columns: [
    { name: 'ticket_id', required: true, field: 'ticketId' },
    { name: 'account_id', required: true, field: 'accountExternalId' },
    { name: 'created_at', required: true, field: 'createdAt' },
    { name: 'requester', required: false, field: 'requester' },
    { name: 'priority', required: false, field: 'priority' },
    { name: 'channel', required: false, field: 'channel' },
    { name: 'schedule', required: false, field: 'schedule' },
  ],
  otherColumns: 'ignore',
  record: (row) => {
    const requester = textOf(row, 'requester');
    const priority = textOf(row, 'priority');
    const channel = textOf(row, 'channel');
    const schedule = textOf(row, 'schedule');
    return {
      ticketId: requiredText(row, 'ticket_id'),
      accountExternalId: requiredText(row, 'account_id'),
      createdAt: requiredText(row, 'created_at'),
      ...(requester === undefined ? {} : { requester }),
      ...(priority === undefined ? {} : { priority }),
      ...(channel === undefined ? {} : { channel }),
      ...(schedule === undefined ? {} : { schedule }),
    };
  },
  write: (workspace, records) => workspace.upsertTickets(records),
};
