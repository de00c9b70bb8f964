import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Movements of recurring revenue. */
export const movements = historyPart({
  from: sql`movement`,
  // A revaluation has the last code of all and comes before what else happens on its day.
  order: sql`day, kind desc`,
  columns: {
    days: ['int', dayNumber('day')],
    kinds: ['byte', sql`kind`],
    amounts: ['float', sql`amount`],
  },
});
