import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Acts of advocacy. */
export const advocacy = historyPart({
  from: sql`advocacy_act`,
  order: sql`day, source, external_id`,
  columns: {
    days: ['int', dayNumber('day')],
    kinds: ['byte', sql`kind`],
  },
});
