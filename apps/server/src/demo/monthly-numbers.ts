import type { Customer } from './customer.ts';
import type { DemoNumber } from './demo-records.ts';
import { type Life, paysIn } from './life.ts';
import type { Random } from './random.ts';
import { months, type Timeline } from './timeline.ts';

/**
 * What Harbor reports about a customer for each month it paid in, on the first of the next: the share of seats in use,
 * support tickets, and the share of agreed outcomes reached. Tickets rise as use falls; outcomes follow two months later.
 */
export function inventNumbers(
  random: Random,
  customer: Customer,
  life: Life,
  timeline: Timeline,
): readonly DemoNumber[] {
  const numbers: DemoNumber[] = [];
  for (let month = Math.max(0, customer.firstMonth); month < months - 1; month++) {
    if (!paysIn(life, month)) continue;
    const engagement = life.engagement(month);
    const lagged = life.engagement(Math.max(month - 2, customer.firstMonth));
    const day = timeline.date(month + 1, 1);
    const report = (key: DemoNumber['key'], value: number): void => {
      numbers.push({ accountExternalId: customer.externalId, key, day, value });
    };
    report('product_use', round(clamp(engagement * 0.94 + random.bell() * 0.018), 3));
    report('support_burden', Math.max(0, Math.round(0.6 + (1 - engagement) * 11 + random.bell() * 1.1)));
    report('outcomes', round(clamp(lagged * 0.92 + random.bell() * 0.03), 2));
  }
  return numbers;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
