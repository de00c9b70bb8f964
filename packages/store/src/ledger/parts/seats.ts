import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Seats that accounts are licensed for. */
export const seats = historyPart({
  from: sql`licensed_seats`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    seats: ['int', sql`seats`],
  },
});
