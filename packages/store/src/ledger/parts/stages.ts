import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** The stages that accounts are in from a day on. */
export const stages = historyPart({
  from: sql`account_stage`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    stages: ['byte', sql`stage`],
    byHand: ['byte', sql`by_hand::int`],
  },
});
