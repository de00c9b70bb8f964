import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { historyPart } from './history-part.ts';

/** Signed contracts with what became of them; NaN where no exchange rate was known. */
export const contracts = historyPart({
  from: sql`(select * from contract where status = 'signed') as signed`,
  order: sql`ends_on, contract_no`,
  columns: {
    numbers: ['int', sql`contract_no`],
    starts: ['int', dayNumber('starts_on')],
    ends: ['int', dayNumber('ends_on')],
    due: ['float', sql`coalesce(due_reporting::float8, 'NaN')`],
    outcomes: ['byte', sql`outcome`],
    settled: ['int', sql`coalesce(${dayNumber('settled_on')}, 0)`],
    renewed: ['float', sql`coalesce(renewed_reporting::float8, 'NaN')`],
    notice: ['int', sql`notice_days`],
    auto: ['byte', sql`auto_renew::int`],
  },
});
