import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Movements of recurring revenue. */
export const movements = historyPart({
  from: sql`movement`,
  order: sql`day`,
  columns: {
    days: ['int', dayNumber('day')],
    kinds: ['byte', sql`kind`],
    amounts: ['float', sql`amount`],
  },
});
