import { dayInZone } from '../calendar/zone.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { OpenTime } from '../support/open-time.ts';
import type { ScheduleVersion } from '../support/schedule.ts';
import { type TicketEvent, ticketActors, ticketEventKinds, ticketTimeline } from '../support/ticket-timeline.ts';

/** An event in words: when (in UTC, without seconds), who, what: `2025-03-03T09:30 agent publicReply`. */
export type EventLine = `${string} ${string} ${string}`;

/** A ticket in words. */
export interface TicketLine {
  readonly account: string;
  /** In UTC, without seconds. */
  readonly createdAt: string;
  readonly events: readonly EventLine[];
}

/** An event of a test. */
export function eventOf(line: EventLine): TicketEvent {
  const [at = '', who = '', what = ''] = line.split(' ');
  const by = ticketActors.find((actor) => actor === who);
  const kind = ticketEventKinds.find((known) => known === what);
  if (by === undefined || kind === undefined) throw new Error(`"${line}" is not an event`);
  return { at: Date.parse(`${at}Z`), by, kind };
}

/** Adds tickets to a ledger as the store derives them: each account's in the order of their days. */
export function addTickets(
  builder: LedgerBuilder,
  lines: readonly TicketLine[],
  versions?: readonly ScheduleVersion[],
): void {
  const times = versions === undefined ? undefined : new OpenTime(versions);
  const read = lines
    .map(({ account, createdAt, events }) => {
      const created = Date.parse(`${createdAt}Z`);
      const { agentReply, anyReply, merged, resolutions } = ticketTimeline(created, events.map(eventOf), times);
      const createdOn = dayInZone(created, 'UTC');
      return {
        account: builder.accountIndex(account),
        ticket: { createdOn, agentReply, anyReply, merged },
        resolutions,
      };
    })
    .sort((a, b) => a.ticket.createdOn - b.ticket.createdOn);
  for (const { account, ticket } of read) builder.addTicket(account, ticket);
  const resolutions = read.flatMap(({ account, resolutions: own }) =>
    own.map(({ at, reopenedAt, wait }, index) => ({
      account,
      day: dayInZone(at, 'UTC'),
      reopenedOn: reopenedAt === null ? null : dayInZone(reopenedAt, 'UTC'),
      wait,
      first: index === 0,
    })),
  );
  for (const { account, ...resolution } of resolutions.sort((a, b) => a.day - b.day)) {
    builder.addResolution(account, resolution);
  }
}

/** A ledger of paying accounts, named by their tickets or beside them, with tickets. */
export function ticketLedger(
  lines: readonly TicketLine[],
  versions?: readonly ScheduleVersion[],
  others: readonly string[] = [],
): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  for (const name of new Set([...lines.map(({ account }) => account), ...others])) {
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    if (!name.startsWith('former')) builder.addMovement(account, 0, 'NEW', 12_000);
  }
  addTickets(builder, lines, versions);
  return builder.build();
}
