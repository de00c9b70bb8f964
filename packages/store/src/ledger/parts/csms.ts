import { csmColumns, type Day } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { dayNumber } from '../../schema/days.ts';
import { packedRows } from '../../schema/packed-rows.ts';
import { wholePart } from './ledger-part.ts';

/** The CSMs by external id. Accounts name them by that id alone, so of several sources' the one written last counts. */
export const csms = wholePart(async ({ trx, workspace }) => {
  const rows = await packedRows<readonly [string, string, number, Day, Day | null]>(
    trx,
    sql`external_id, name, fte_millionths, ${dayNumber('ramped_on')}, ${dayNumber('left_on')}`,
    sql`from (
          select distinct on (external_id) * from csm where workspace_id = ${workspace}
          order by external_id, touched_revision desc, source
        ) as latest`,
  );
  return csmColumns(
    rows.map(([externalId, name, fteMillionths, rampedOn, leftOn]) => ({
      externalId,
      name,
      fteMillionths,
      rampedOn,
      leftOn,
    })),
  );
});
