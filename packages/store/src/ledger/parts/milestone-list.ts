import type { LedgerMilestone, MilestoneRole } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { packedRows } from '../../schema/packed-rows.ts';
import { wholePart } from './ledger-part.ts';

/** Every milestone, in the order of their numbers. */
export const milestoneList = wholePart<readonly LedgerMilestone[]>(async ({ trx, workspace }) => {
  const rows = await packedRows<readonly [string, string, MilestoneRole]>(
    trx,
    sql`milestone_key, coalesce(name, milestone_key), role`,
    sql`from (select * from milestone where workspace_id = ${workspace} order by milestone_no) as ordered`,
  );
  return rows.map(([key, name, role]) => ({ key, name, role }));
});
