import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Days on which users were active: a day that was taken back is none. */
export const usage = historyPart({
  from: sql`(select * from usage_day where events > 0 or sessions > 0 or seconds > 0) as active`,
  order: sql`day, user_no, feature_no`,
  columns: {
    days: ['int', dayNumber('day')],
    users: ['int', sql`user_no`],
    features: ['short', sql`feature_no`],
    sessions: ['int', sql`sessions`],
    seconds: ['int', sql`seconds`],
  },
});
