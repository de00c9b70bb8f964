import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Milestones that accounts reached. Their numbers have no gaps and begin with 1. */
export const milestones = historyPart({
  from: sql`milestone_reached`,
  order: sql`reached_on, milestone_no`,
  columns: {
    days: ['int', dayNumber('reached_on')],
    milestones: ['int', sql`milestone_no - 1`],
  },
});
