import type { Customer, Stint } from './customer.ts';
import { type DemoSubscription, type Plan, plans } from './demo-records.ts';
import type { Life } from './life.ts';
import type { Random } from './random.ts';
import { months, type Timeline } from './timeline.ts';

/** List price of a seat a month, in major units of either currency. */
const listPrice: Readonly<Record<Plan, number>> = { Starter: 27, Team: 40, Business: 55, Enterprise: 57 };

/** Yearly terms cost ten and a half months. */
const yearlyMonths = 10.5;

/** What a subscription holds from a day on. */
interface Terms {
  readonly plan: Plan;
  readonly seats: number;
  /** Price of a seat a month. */
  readonly price: number;
}

/** The main subscription's spans, one subscription for each stint, and the plan it ended on. */
export function inventContract(
  random: Random,
  customer: Customer,
  life: Life,
  timeline: Timeline,
): { readonly spans: readonly DemoSubscription[]; readonly plan: Plan } {
  const spans: DemoSubscription[] = [];
  let terms: Terms = {
    plan: customer.plan,
    seats: customer.seats,
    price: listPrice[customer.plan] * (customer.giant ? 0.86 : random.between(0.94, 1.02)),
  };
  life.stints.forEach((stint, index) => {
    if (index > 0) terms = { ...terms, seats: Math.max(3, Math.round(terms.seats * random.between(0.65, 0.95))) };
    const subscriptionId = `${customer.externalId}-${index + 1}`;
    const changes = [{ month: stint.from, date: customer.date, terms }];
    for (let month = stint.from + 1; month < Math.min(stint.until ?? months, months); month++) {
      const renewal = (month - stint.from) % 12 === 0;
      const next = renewal
        ? renew(random, customer, terms, life.engagement(month))
        : adjust(random, customer, terms, life.engagement(month), timeline.calendarMonth(month));
      if (next === terms) continue;
      terms = next;
      changes.push({ month, date: renewal ? customer.date : random.whole(1, 28), terms });
    }
    changes.forEach((change, position) => {
      const until = changes[position + 1] ?? end(stint, customer.date);
      spans.push({
        subscriptionId,
        accountExternalId: customer.externalId,
        startsOn: timeline.date(change.month, change.date),
        endsOn: until === null ? null : timeline.date(until.month, until.date),
        amount: (customer.interval === 'year' ? change.terms.price * yearlyMonths : change.terms.price).toFixed(2),
        currency: customer.currency,
        interval: customer.interval,
        quantity: change.terms.seats,
        plan: change.terms.plan,
      });
    });
  });
  return { spans, plan: terms.plan };
}

/** Nobody has told us yet that they will leave after the current month. */
function end(stint: Stint, date: number): { readonly month: number; readonly date: number } | null {
  return stint.until === null || stint.until >= months ? null : { month: stint.until, date };
}

function renew(random: Random, customer: Customer, terms: Terms, engagement: number): Terms {
  const price = engagement > 0.45 ? terms.price * random.between(1.02, 1.055) : terms.price;
  if (engagement < 0.62 && random.chance(0.8)) return resize({ ...terms, price }, random.between(0.62, 0.9));
  if (engagement > 0.66 && random.chance(0.5))
    return resize({ ...terms, price }, customer.giant ? random.between(1.01, 1.06) : random.between(1.04, 1.24));
  return { ...terms, price };
}

function adjust(random: Random, customer: Customer, terms: Terms, engagement: number, calendarMonth: number): Terms {
  const busy = calendarMonth === 8 ? 0.4 : 1;
  const up = plans[plans.indexOf(terms.plan) + 1];
  const down = plans[plans.indexOf(terms.plan) - 1];
  if (engagement < 0.5) {
    if (down !== undefined && !customer.giant && random.chance(0.035 * busy))
      return { ...terms, plan: down, price: listPrice[down] };
    if (random.chance(0.14 * busy)) return resize(terms, random.between(0.7, 0.92));
    return terms;
  }
  if (engagement < 0.64) return terms;
  if (up !== undefined && random.chance(0.0055 * busy))
    return { plan: up, price: Math.max(terms.price, listPrice[up]), seats: Math.round(terms.seats * 1.08) };
  if (random.chance(0.085 * busy))
    return resize(terms, customer.giant ? random.between(1.01, 1.04) : random.between(1.03, 1.17));
  return terms;
}

function resize(terms: Terms, factor: number): Terms {
  const seats = Math.round(terms.seats * factor);
  return {
    ...terms,
    seats: Math.max(3, factor > 1 ? Math.max(terms.seats + 1, seats) : Math.min(terms.seats - 1, seats)),
  };
}
