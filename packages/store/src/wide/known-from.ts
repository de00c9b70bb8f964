import type { Day, LedgerPart } from '@plimsoll/metrics';
import { type RawBuilder, sql } from 'kysely';
import { dayNumber } from '../schema/days.ts';
import type { WorkspaceTransaction } from '../transactions/workspace-transaction.ts';

/** The days from which a whole workspace knows of use and of tickets, as far as the parts are asked for. */
export async function knownFrom(
  tx: WorkspaceTransaction,
  parts: ReadonlySet<LedgerPart>,
): Promise<{ readonly usageKnownFrom: Day; readonly ticketsKnownFrom: Day }> {
  const active = sql`(select day from usage_day
    where workspace_id = ${tx.workspace} and (events > 0 or sessions > 0 or seconds > 0)) as active`;
  const tickets = sql`(select created_on as day from ticket_time where workspace_id = ${tx.workspace}) as tickets`;
  return {
    usageKnownFrom: parts.has('usage') ? await earliest(tx, active) : Number.POSITIVE_INFINITY,
    ticketsKnownFrom: parts.has('tickets') ? await earliest(tx, tickets) : Number.POSITIVE_INFINITY,
  };
}

async function earliest({ trx }: WorkspaceTransaction, from: RawBuilder<unknown>): Promise<Day> {
  const { rows } = await sql<{ readonly first: Day | null }>`
    select ${dayNumber('first')} as first from (select min(day) as first from ${from}) as earliest`.execute(trx);
  return rows[0]?.first ?? Number.POSITIVE_INFINITY;
}
