import type { Day } from '@plimsoll/metrics';
import { parseDay } from '@plimsoll/metrics';
import type { DemoSubscription } from '../demo-records.ts';

/** Dollars for a euro, near enough for a budget. */
const euro = 1.09;

/** What subscriptions bring a month on a day, in dollars, near enough for a budget. */
export function monthlyRevenue(spans: readonly DemoSubscription[], on: Day): number {
  let sum = 0;
  for (const span of spans) {
    if (span.status === 'trialing' || span.status === 'paused') continue;
    if ((parseDay(span.startsOn) ?? on) > on) continue;
    if (span.endsOn !== null && (parseDay(span.endsOn) ?? on) <= on) continue;
    const each = Number(span.amount) / (span.interval === 'year' ? 12 : 1);
    sum += each * span.quantity * (span.currency === 'EUR' ? euro : 1);
  }
  return sum;
}
