import type { CostRecord } from '@plimsoll/store';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';
import { monthlyRevenue } from './revenue.ts';

/** Months that a cost of one customer is for. */
const half = 6;

/** Months of its own ARPA that Harbor spends to win a customer. */
const acquisitionMonths = 11.5;

/** What was spent on one customer, half a year at a time: running the product for it, and answering its tickets. */
export function inventAccountCosts(random: Random, told: ToldCustomer, timeline: Timeline): readonly CostRecord[] {
  const { customer, life, spans } = told;
  const costs: CostRecord[] = [];
  for (let first = 0; first < months; first += half) {
    let revenue = 0;
    let trouble = 0;
    for (let month = first; month < first + half; month++) {
      if (!paysIn(life, month)) continue;
      revenue += monthlyRevenue(spans, timeline.day(month, 15));
      trouble += 60 + (1 - life.engagement(month)) * (180 + customer.seats * 5);
    }
    if (revenue === 0) continue;
    const spent = (category: string, amount: number): void => {
      costs.push({
        externalId: `${category}-${timeline.date(first, 1).slice(0, 7)}-${customer.externalId}`,
        category,
        startsOn: timeline.date(first, 1),
        endsOn: timeline.date(first + half, 1),
        amount: amount.toFixed(2),
        currency: 'USD',
        accountExternalId: customer.externalId,
      });
    };
    spent('product', revenue * random.between(0.07, 0.1));
    spent('support', trouble * random.between(0.85, 1.15));
  }
  return costs;
}

/** What Harbor spends as a whole each month: on winning and keeping customers, on its CSMs, and on the product. */
export function inventSharedCosts(
  random: Random,
  customers: readonly ToldCustomer[],
  timeline: Timeline,
): readonly CostRecord[] {
  const costs: CostRecord[] = [];
  for (let month = 0; month < months; month++) {
    let revenue = 0;
    let paying = 0;
    let won = 0;
    for (const { customer, life, spans } of customers) {
      if (paysIn(life, month)) paying++;
      if (Math.abs(customer.firstMonth - month - 0.5) < 3) won++;
      revenue += monthlyRevenue(spans, timeline.day(month, 15));
    }
    // In the last months those who will sign soon are not known, and money is spent on winning them all the same.
    const wonEachMonth = won / Math.min(6, months - month + 2);
    const spent = (category: string, amount: number): void => {
      costs.push({
        externalId: `${category}-${timeline.date(month, 1).slice(0, 7)}`,
        category,
        startsOn: timeline.date(month, 1),
        endsOn: timeline.date(month + 1, 1),
        amount: (amount * random.between(0.95, 1.05)).toFixed(2),
        currency: 'USD',
      });
    };
    spent('acquisition', (revenue / paying) * acquisitionMonths * wonEachMonth);
    spent('retention', revenue * 0.025);
    spent('success', 42_000 + revenue * 0.025);
    spent('support', 9_000 + revenue * 0.01);
    spent('product', 14_000 + revenue * 0.03);
  }
  return costs;
}
