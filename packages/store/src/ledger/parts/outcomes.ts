import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

const never = 2_147_483_647;

/** Outcomes, a row for each value that was measured of one, or a row alone. */
export const outcomes = historyPart({
  // Numbered within their account, so that what is asked of some accounts numbers no others.
  from: sql`(
    select numbered.*, progress.day, least(1, greatest(0,
      (progress.value - numbered.baseline) / (numbered.target - numbered.baseline))) as progress
    from (
      select *, row_number() over (partition by workspace_id, account_id order by source, external_id) as number
      from outcome
    ) as numbered
    left join outcome_progress as progress
      on progress.workspace_id = numbered.workspace_id and progress.source = numbered.source
      and progress.external_id = numbered.external_id
  ) as measured`,
  order: sql`number, day`,
  columns: {
    outcomes: ['int', sql`number`],
    due: ['int', dayNumber('due_on')],
    reached: ['int', sql`coalesce(${dayNumber('reached_on')}, ${sql.lit(never)})`],
    days: ['int', sql`coalesce(${dayNumber('day')}, ${sql.lit(never)})`],
    progress: ['float', sql`coalesce(progress, 0)`],
  },
});
