import type { Customer } from './customer.ts';
import type { DemoSubscription } from './demo-records.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { months, type Timeline } from './timeline.ts';

/** A second subscription that some customers take once they are settled, and some give up again. */
export function inventAddOn(
  random: Random,
  customer: Customer,
  life: Life,
  timeline: Timeline,
): readonly DemoSubscription[] {
  const stint = life.stints[0];
  if (stint === undefined || customer.plan === 'Starter' || !random.chance(0.17)) return [];
  const from = stint.from + random.whole(5, 20);
  const last = Math.min(stint.until ?? months, months);
  if (from >= last - 2 || life.engagement(from) < 0.6) return [];
  const kept = random.chance(0.7);
  const leaves = stint.until !== null && stint.until < months ? stint.until : null;
  const until = kept ? leaves : Math.min(from + random.whole(8, 14), leaves ?? Number.POSITIVE_INFINITY);
  const left = until !== null && until < months ? until : null;
  return [
    {
      subscriptionId: `${customer.externalId}-analytics`,
      accountExternalId: customer.externalId,
      startsOn: timeline.date(from, random.whole(1, 28)),
      endsOn: left === null ? null : timeline.date(left, customer.date),
      amount: (Math.round(customer.seats * 0.9) * 10).toFixed(2),
      currency: customer.currency,
      interval: 'month',
      quantity: 1,
      plan: 'Harbor Analytics',
    },
  ];
}
