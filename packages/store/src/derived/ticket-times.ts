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
import { insertRows } from '../transactions/insert-rows.ts';
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
  await insertRows(
    tx,
    'ticket_time',
    timed,
    {
      ticket_id: ['text', ({ ticket }) => ticket.ticketId],
      source: ['text', () => source],
      account_id: ['uuid', ({ ticket }) => ticket.accountId],
      created_on: ['date', ({ ticket }) => dayInZone(ticket.createdAt, tx.timeZone)],
      agent_reply: ['int', ({ timeline }) => secondsOf(timeline.agentReply)],
      agent_reply_open: ['int', ({ timeline }) => openSecondsOf(timeline.agentReply)],
      any_reply: ['int', ({ timeline }) => secondsOf(timeline.anyReply)],
      any_reply_open: ['int', ({ timeline }) => openSecondsOf(timeline.anyReply)],
      merged: ['boolean', ({ timeline }) => timeline.merged],
    },
    ['source', 'ticket_id'],
  );
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
  await insertRows(tx, 'ticket_resolution', rows, {
    ticket_id: ['text', ({ ticket }) => ticket.ticketId],
    source: ['text', () => source],
    resolution_no: ['int', ({ number }) => number],
    account_id: ['uuid', ({ ticket }) => ticket.accountId],
    resolved_on: ['date', ({ resolution }) => dayInZone(resolution.at, tx.timeZone)],
    reopened_on: [
      'date',
      ({ resolution: { reopenedAt } }) => (reopenedAt === null ? null : dayInZone(reopenedAt, tx.timeZone)),
    ],
    wait: ['int', ({ resolution }) => secondsOf(resolution.wait)],
    wait_open: ['int', ({ resolution }) => openSecondsOf(resolution.wait)],
  });
}
