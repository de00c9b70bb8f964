import { builder } from '../builder.ts';
import { BatchResult, batchOf, writeBatch } from './batch-result.ts';

const TicketEventKind = builder.enumType('TicketEventKind', {
  description: 'What happened to a ticket.',
  values: {
    PUBLIC_REPLY: { value: 'publicReply', description: 'Somebody wrote what the customer can read.' },
    PRIVATE_NOTE: { value: 'privateNote', description: 'Somebody wrote what the customer cannot read.' },
    RESOLVED: { value: 'resolved', description: 'It was held to be solved.' },
    REOPENED: { value: 'reopened', description: 'It was not solved after all.' },
    CLOSED: { value: 'closed', description: 'It was closed; one that was not resolved is resolved by that.' },
    MERGED: { value: 'merged', description: 'It went on in another ticket; nothing after that counts.' },
  } as const,
});

const TicketActor = builder.enumType('TicketActor', {
  description: 'Who did something to a ticket.',
  values: {
    AGENT: { value: 'agent', description: 'Somebody of the host’s staff.' },
    CUSTOMER: { value: 'customer', description: 'Somebody of the account.' },
    BOT: { value: 'bot', description: 'A machine: a bot, an automatic reply, a rule.' },
  } as const,
});

const TicketEventInput = builder.inputType('TicketEventInput', {
  description: 'Something that happened to a ticket. Events may come in any order.',
  fields: (t) => ({
    eventId: t.string({
      description:
        'The host’s own id of the event; when left out, the same kind of thing by the same kind of person at the same instant is one event.',
    }),
    ticketId: t.string({ required: true, description: 'The host’s id of the ticket, which must be known.' }),
    at: t.field({ type: 'DateTime', required: true, description: 'When; not before the ticket’s creation.' }),
    kind: t.field({ type: TicketEventKind, required: true, description: 'What happened.' }),
    by: t.field({ type: TicketActor, required: true, description: 'Who did it.' }),
  }),
});

builder.mutationField('upsertTicketEvents', (t) =>
  t.field({
    access: 'data:write',
    type: BatchResult,
    description: 'Writes what happened to tickets, each event in place of the one with its id. Needs `data:write`.',
    args: {
      events: t.arg({ type: [TicketEventInput], required: true, description: batchOf('The events') }),
      source: t.arg.string({
        description: 'The system the ids come from; "host" when left out; at most 255 characters.',
      }),
    },
    resolve: (_root, { events, source }, context, info) =>
      writeBatch(
        context.writes.of(info),
        events.map(({ eventId, at, ...rest }) => ({
          ...rest,
          at: new Date(at).toISOString(),
          ...(eventId == null ? {} : { eventId }),
        })),
        source,
        (store, items, options) => store.upsertTicketEvents(items, options),
      ),
  }),
);
