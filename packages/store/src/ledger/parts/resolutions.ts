import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** The stretches in which tickets were not open. */
export const resolutions = historyPart({
  from: sql`ticket_resolution`,
  order: sql`resolved_on, source, ticket_id, resolution_no`,
  columns: {
    days: ['int', dayNumber('resolved_on')],
    until: ['int', sql`coalesce(${dayNumber('reopened_on')}, 2147483647)`],
    waits: ['int', sql`wait`],
    waitsOpen: ['int', sql`wait_open`],
    first: ['byte', sql`(resolution_no = 1)::integer`],
  },
});
