import { formatDay } from '@plimsoll/metrics';
import type { Customer } from './customer.ts';
import type { DemoSubscription } from './demo-records.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { months, type Timeline } from './timeline.ts';

/**
 * What billing makes of a main subscription: some began with a trial or a discount, a few are paused or past due, and some
 * of those who will leave have said so.
 */
export function inventBilling(
  random: Random,
  customer: Customer,
  life: Life,
  spans: readonly DemoSubscription[],
  timeline: Timeline,
): readonly DemoSubscription[] {
  const begun = withTrial(
    random.fork('trial'),
    customer,
    withDiscount(random.fork('discount'), customer, spans, timeline),
    timeline,
  );
  if (customer.story !== undefined) return begun;
  const last = begun.at(-1);
  if (last === undefined || last.endsOn !== null) return begun;
  const until = life.stints.at(-1)?.until ?? null;
  const before = begun.slice(0, -1);
  if (until !== null)
    return random.chance(0.55)
      ? [
          ...before,
          {
            ...last,
            endsOn: timeline.date(until, customer.date),
            cancelledOn: timeline.date(months - 2, random.whole(2, 27)),
          },
        ]
      : begun;
  if (customer.interval === 'year' || life.engagement(months - 2) > 0.62 || !random.chance(0.35)) return begun;
  const from = timeline.date(months - 2, random.whole(6, 20));
  if (last.startsOn >= from) return begun;
  // A pause takes the revenue away, which is to stay a small thing.
  const status = customer.plan === 'Starter' && random.chance(0.5) ? 'paused' : 'pastDue';
  return [...before, { ...last, endsOn: from }, { ...last, startsOn: from, status }];
}

/** The newest of the smaller customers tried it for two weeks first. */
function withTrial(
  random: Random,
  customer: Customer,
  spans: readonly DemoSubscription[],
  timeline: Timeline,
): readonly DemoSubscription[] {
  const first = spans[0];
  const small = customer.plan === 'Starter' || customer.plan === 'Team';
  if (first === undefined || !small || customer.firstMonth < months - 8 || !random.chance(0.7)) return spans;
  const startsOn = formatDay(timeline.day(customer.firstMonth, customer.date) - 14);
  return [{ ...first, startsOn, endsOn: first.startsOn, status: 'trialing' }, ...spans];
}

/** Some of the newer customers pay a fifth less in their first three months. */
function withDiscount(
  random: Random,
  customer: Customer,
  spans: readonly DemoSubscription[],
  timeline: Timeline,
): readonly DemoSubscription[] {
  if (customer.giant || customer.story !== undefined || customer.firstMonth < 10 || !random.chance(0.08)) return spans;
  const discountEndsOn = timeline.date(customer.firstMonth + 3, customer.date);
  return spans.map((span) =>
    span.startsOn < discountEndsOn ? { ...span, discountPercent: '20', discountEndsOn } : span,
  );
}
