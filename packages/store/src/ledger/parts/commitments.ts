import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** What is known of accounts' future: set to cancel, and signed. */
export const commitments = historyPart({
  from: sql`commitment`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    setToCancel: ['float', sql`set_to_cancel`],
    signed: ['float', sql`signed`],
  },
});
