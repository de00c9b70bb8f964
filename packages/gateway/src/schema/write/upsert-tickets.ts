import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const TicketInput = builder.inputType('TicketInput', {
  description: 'A request for help.',
  fields: (t) => ({
    ticketId: t.string({ required: true, description: 'The host’s own id of the ticket.' }),
    accountExternalId: t.string({ required: true, description: 'The host’s id of the account, which must be known.' }),
    createdAt: t.field({ type: 'DateTime', required: true, description: 'When it was created.' }),
    requester: t.string({ description: 'Who asked.' }),
    priority: t.string({ description: 'How urgent it is, in the host’s words.' }),
    channel: t.string({ description: 'Where it came from, such as "email".' }),
    schedule: t.string({
      description: 'Key of the schedule whose hours count for it, which may come later; "default" when left out.',
    }),
  }),
});

builder.mutationField('upsertTickets', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes tickets, each in place of the one with its id. Needs `data:write`.',
    args: {
      tickets: t.arg({ type: [TicketInput], required: true, description: batchOf('The tickets') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { tickets, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        tickets.map(({ createdAt, requester, priority, channel, schedule, ...rest }) => ({
          ...rest,
          createdAt: new Date(createdAt).toISOString(),
          ...(requester == null ? {} : { requester }),
          ...(priority == null ? {} : { priority }),
          ...(channel == null ? {} : { channel }),
          ...(schedule == null ? {} : { schedule }),
        })),
        source,
        (store, items, options) => store.upsertTickets(items, options),
      ),
  }),
);
