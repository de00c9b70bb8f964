import {
  dayInZone,
  defaultSchedule,
  noWait,
  OpenTime,
  type TicketTimeline,
  ticketTimeline,
  unknownWait,
  type Wait,
} from '@plimsoll/metrics';
import { sql } from 'kysely';
import { loadSchedules } from '../ingest/support/schedule-rows.ts';
import { loadEventsOfTickets, type StoredEvent } from '../ingest/support/ticket-event-rows.ts';
import { loadTickets, type Ticket } from '../ingest/support/ticket-rows.ts';
import { firstDays, touchAccounts } from '../ingest/touch-accounts.ts';
import { arrayOf } from '../schema/arrays.ts';
import { dateOf } from '../schema/days.ts';
import type { WriteTransaction } from '../transactions/workspace-transaction.ts';

interface Timed {
  readonly ticket: Ticket;
  readonly timeline: TicketTimeline;
}

/**
 * Works out anew what tickets of a source and their events come to.
 *
 * @param before what some of the tickets were until now
 */
export async function rebuildTicketTimes(
  tx: WriteTransaction,
  source: string,
  ticketIds: readonly string[],
  before: readonly Ticket[] = [],
): Promise<void> {
  if (ticketIds.length === 0) return;
  const tickets = [...(await loadTickets(tx, source, ticketIds)).values()];
  const events = eventsByTicket(await loadEventsOfTickets(tx, source, ticketIds));
  const timesOf = await loadOpenTimes(tx, tickets);
  const timed = tickets.map(
    (ticket): Timed => ({
      ticket,
      timeline: ticketTimeline(ticket.createdAt, events.get(ticket.ticketId) ?? [], timesOf.get(scheduleOf(ticket))),
    }),
  );
  await saveTimes(tx, source, timed);
  await saveResolutions(tx, source, timed);
  // Whatever happens to a ticket, and however late, tells something of the day it was created on at the earliest.
  const first = firstDays(
    [...tickets, ...before].map(({ accountId, createdAt }) => ({ accountId, day: dayInZone(createdAt, tx.timeZone) })),
  );
  await touchAccounts(tx, first.keys(), 'tickets', first);
  await touchAccounts(tx, first.keys(), 'resolutions', first);
}

function scheduleOf({ schedule }: Ticket): string {
  return schedule ?? defaultSchedule;
}

function eventsByTicket(events: readonly StoredEvent[]): Map<string, StoredEvent[]> {
  const found = new Map<string, StoredEvent[]>();
  for (const event of events) {
    const own = found.get(event.ticketId);
    if (own === undefined) found.set(event.ticketId, [event]);
    else own.push(event);
  }
  return found;
}

async function loadOpenTimes(tx: WriteTransaction, tickets: readonly Ticket[]): Promise<Map<string, OpenTime>> {
  const versions = await loadSchedules(tx, [...new Set(tickets.map(scheduleOf))]);
  const keys = new Set(versions.map(({ key }) => key));
  return new Map([...keys].map((key) => [key, new OpenTime(versions.filter((version) => version.key === key))]));
}

// What a column holds, 68 years: a slip in a year must not hold up the rest of its batch.
const longestWait = 2 ** 31 - 1;

function secondsOf(wait: Wait | null): number {
  return wait === null ? noWait : Math.min(wait.calendar, longestWait);
}

function openSecondsOf(wait: Wait | null): number {
  return wait === null ? noWait : Math.min(wait.business ?? unknownWait, longestWait);
}

async function saveTimes(tx: WriteTransaction, source: string, timed: readonly Timed[]): Promise<void> {
  const int = (of: (one: Timed) => number) => arrayOf('int', timed.map(of));
  await sql`
    insert into ticket_time (
      workspace_id, source, ticket_id, account_id, created_on, agent_reply, agent_reply_open, any_reply, any_reply_open,
      merged
    )
    select ${tx.workspace}, ${source}, new.ticket_id, new.account_id, ${dateOf(sql`new.created_on`)}, new.agent_reply,
      new.agent_reply_open, new.any_reply, new.any_reply_open, new.merged = 1
    from unnest(
      ${arrayOf(
        'text',
        timed.map(({ ticket }) => ticket.ticketId),
      )},
      ${arrayOf(
        'uuid',
        timed.map(({ ticket }) => ticket.accountId),
      )},
      ${int(({ ticket }) => dayInZone(ticket.createdAt, tx.timeZone))},
      ${int(({ timeline }) => secondsOf(timeline.agentReply))}, ${int(({ timeline }) => openSecondsOf(timeline.agentReply))},
      ${int(({ timeline }) => secondsOf(timeline.anyReply))}, ${int(({ timeline }) => openSecondsOf(timeline.anyReply))},
      ${int(({ timeline }) => (timeline.merged ? 1 : 0))}
    ) as new (ticket_id, account_id, created_on, agent_reply, agent_reply_open, any_reply, any_reply_open, merged)
    on conflict (workspace_id, source, ticket_id) do update set
      account_id = excluded.account_id, created_on = excluded.created_on, agent_reply = excluded.agent_reply,
      agent_reply_open = excluded.agent_reply_open, any_reply = excluded.any_reply,
      any_reply_open = excluded.any_reply_open, merged = excluded.merged`.execute(tx.trx);
}

async function saveResolutions(tx: WriteTransaction, source: string, timed: readonly Timed[]): Promise<void> {
  await sql`
    delete from ticket_resolution
    where workspace_id = ${tx.workspace} and source = ${source}
      and ticket_id = any(${arrayOf(
        'text',
        timed.map(({ ticket }) => ticket.ticketId),
      )})`.execute(tx.trx);
  const rows = timed.flatMap(({ ticket, timeline }) =>
    timeline.resolutions.map((resolution, index) => ({ ticket, resolution, number: index + 1 })),
  );
  if (rows.length === 0) return;
  const int = (of: (row: (typeof rows)[number]) => number | null) => arrayOf('int', rows.map(of));
  await sql`
    insert into ticket_resolution (
      workspace_id, source, ticket_id, resolution_no, account_id, resolved_on, reopened_on, wait, wait_open
    )
    select ${tx.workspace}, ${source}, new.ticket_id, new.resolution_no, new.account_id,
      ${dateOf(sql`new.resolved_on`)}, ${dateOf(sql`new.reopened_on`)}, new.wait, new.wait_open
    from unnest(
      ${arrayOf(
        'text',
        rows.map(({ ticket }) => ticket.ticketId),
      )},
      ${int(({ number }) => number)},
      ${arrayOf(
        'uuid',
        rows.map(({ ticket }) => ticket.accountId),
      )},
      ${int(({ resolution }) => dayInZone(resolution.at, tx.timeZone))},
      ${int(({ resolution }) => (resolution.reopenedAt === null ? null : dayInZone(resolution.reopenedAt, tx.timeZone)))},
      ${int(({ resolution }) => secondsOf(resolution.wait))}, ${int(({ resolution }) => openSecondsOf(resolution.wait))}
    ) as new (ticket_id, resolution_no, account_id, resolved_on, reopened_on, wait, wait_open)`.execute(tx.trx);
}
