import type { SeatsRecord } from '@plimsoll/store';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** How many of a subscription's seats are planners: those who plan for all the others, and whose use is counted. */
export function plannersOf(seats: number): number {
  return Math.min(14, Math.max(2, Math.round(seats / 18)));
}

/** Planners that a customer is licensed for, from each change of its subscription on; none once it left. */
export function inventSeats({ customer, spans }: ToldCustomer, timeline: Timeline): readonly SeatsRecord[] {
  const records: SeatsRecord[] = [];
  const say = (day: string, seats: number): void => {
    if (records.at(-1)?.seats !== seats) records.push({ accountExternalId: customer.externalId, day, seats });
  };
  const now = timeline.date(months - 1, 31);
  spans.forEach((span, index) => {
    say(span.startsOn, plannersOf(span.quantity));
    if (span.endsOn !== null && span.endsOn <= now && spans[index + 1]?.startsOn !== span.endsOn) say(span.endsOn, 0);
  });
  return records;
}
