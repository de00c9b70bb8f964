import type { TicketEventRecord, TicketRecord } from '@plimsoll/store';
import { clock, workday } from '../answers.ts';
import type { DemoNumber } from '../demo-records.ts';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** Months whose tickets are told one by one, the current one included. */
const monthsOfTickets = 3;

/** Tickets and what happened to them. */
export interface Asked {
  readonly tickets: readonly TicketRecord[];
  readonly events: readonly TicketEventRecord[];
}

/** As many tickets as the month's number says. Who makes little of the product asks more, and waits for harder answers. */
export function inventTickets(
  random: Random,
  told: ToldCustomer,
  numbers: readonly DemoNumber[],
  timeline: Timeline,
): Asked {
  const { customer, life, people } = told;
  const tickets: TicketRecord[] = [];
  const events: TicketEventRecord[] = [];
  for (let month = Math.max(months - monthsOfTickets, customer.firstMonth); month < months; month++) {
    if (!paysIn(life, month)) continue;
    const engagement = life.engagement(month);
    const own = random.fork(`month ${month}`);
    const count = countOf(numbers, timeline.date(month + 1, 1)) ?? Math.round(0.6 + (1 - engagement) * 11);
    for (let ticket = 0; ticket < count; ticket++) {
      const [opens, closes] = workday[customer.region];
      const day = timeline.date(month, own.whole(1, 28));
      const createdAt = `${day}${clock(own.whole(opens, closes), own.whole(0, 59))}`;
      const ticketId = `${customer.externalId}-${day.slice(0, 7)}-${ticket + 1}`;
      const priority = own.weighted({ low: 0.3, normal: 0.5, high: 0.16, urgent: 0.04 });
      tickets.push({
        ticketId,
        accountExternalId: customer.externalId,
        createdAt,
        requester: own.pick(people).externalId,
        priority,
        channel: own.weighted({ email: 0.55, chat: 0.3, phone: 0.15 }),
        ...(customer.region === 'Europe' ? { schedule: 'europe' } : {}),
      });
      events.push(...answered(own, ticketId, Date.parse(createdAt), priority, engagement, month >= months - 2));
    }
  }
  return { tickets, events };
}

function countOf(numbers: readonly DemoNumber[], day: string): number | undefined {
  return numbers.find((number) => number.key === 'support_burden' && number.day === day)?.value;
}

/** The first answer, and where it is found the solution; one in fourteen comes back. */
function answered(
  random: Random,
  ticketId: string,
  created: number,
  priority: 'low' | 'normal' | 'high' | 'urgent',
  engagement: number,
  recent: boolean,
): readonly TicketEventRecord[] {
  const minute = 60_000;
  const haste = { low: 1.5, normal: 1, high: 0.55, urgent: 0.25 }[priority] * (1.7 - engagement);
  // Squared, because most answers are quick and a few are very slow.
  const first = created + Math.round(12 + random.next() ** 2 * 340 * haste) * minute;
  const solved = first + Math.round(25 + random.next() ** 2 * 4_600 * haste) * minute;
  const event = (at: number, kind: TicketEventRecord['kind'], by: TicketEventRecord['by']): TicketEventRecord => ({
    ticketId,
    at: new Date(at).toISOString(),
    kind,
    by,
  });
  const events = [event(first, 'publicReply', 'agent')];
  // Of the recent ones some are still worked on.
  if (random.chance(recent ? 0.02 + (1 - engagement) * 0.3 : 0.01)) return events;
  events.push(event(solved, 'resolved', 'agent'));
  if (!random.chance(0.07)) return events;
  const again = solved + random.whole(120, 2_800) * minute;
  return [
    ...events,
    event(again, 'reopened', 'customer'),
    event(again + random.whole(60, 2_000) * minute, 'resolved', 'agent'),
  ];
}
