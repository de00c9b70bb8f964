import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Tickets with what people waited for a first response. */
export const tickets = historyPart({
  from: sql`ticket_time`,
  order: sql`created_on, source, ticket_id`,
  columns: {
    created: ['int', dayNumber('created_on')],
    agentReplies: ['int', sql`agent_reply`],
    agentRepliesOpen: ['int', sql`agent_reply_open`],
    anyReplies: ['int', sql`any_reply`],
    anyRepliesOpen: ['int', sql`any_reply_open`],
    merged: ['byte', sql`merged::integer`],
  },
});
