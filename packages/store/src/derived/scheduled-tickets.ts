import { type Day, defaultSchedule } from '@plimsoll/metrics';
import { sql } from 'kysely';
import { dateOf } from '../schema/days.ts';
import { packedRows } from '../schema/packed-rows.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';
import { rebuildTicketTimes } from './ticket-times.ts';

/** How many tickets are worked out at once. */
const atOnce = 5_000;

/**
 * Works out anew the tickets that a schedule's hours count for, as far as anything happened to them since a day: what was
 * over before a version came into force is none of its affair.
 */
export async function rebuildScheduledTickets(tx: WriteTransaction, schedule: string, since: Day): Promise<void> {
  const theirs =
    schedule === defaultSchedule
      ? sql`(ticket.schedule_key = ${schedule} or ticket.schedule_key is null)`
      : sql`ticket.schedule_key = ${schedule}`;
  // The day is that of the schedule's zone, which is at most 14 hours ahead of this one.
  const rows = await packedRows<readonly [string, string]>(
    tx.trx,
    sql`ticket.source, ticket.ticket_id`,
    sql`from ticket
        where ticket.workspace_id = ${tx.workspace} and ${theirs} and exists (
          select from ticket_event event
          where event.workspace_id = ticket.workspace_id and event.source = ticket.source
            and event.ticket_id = ticket.ticket_id and event.at >= ${dateOf(since - 1)}::timestamp at time zone 'UTC'
        )`,
  );
  const bySource = new Map<string, string[]>();
  for (const [source, ticketId] of rows) {
    const own = bySource.get(source);
    if (own === undefined) bySource.set(source, [ticketId]);
    else own.push(ticketId);
  }
  for (const [source, ticketIds] of bySource) {
    for (let start = 0; start < ticketIds.length; start += atOnce) {
      await rebuildTicketTimes(tx, source, ticketIds.slice(start, start + atOnce));
    }
  }
}
