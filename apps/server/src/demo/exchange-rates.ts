import type { DemoExchangeRate } from './demo-records.ts';
import type { Random } from './random.ts';
import { months, monthsBefore, type Timeline } from './timeline.ts';

/** What a euro was worth on the first of each month: a slow walk around 1.09 dollars. */
export function inventExchangeRates(random: Random, timeline: Timeline): readonly DemoExchangeRate[] {
  const rates: DemoExchangeRate[] = [];
  let rate = 1.07;
  for (let month = -monthsBefore; month < months; month++) {
    rate += (1.09 - rate) * 0.12 + random.bell() * 0.011;
    rates.push({ currency: 'EUR', day: timeline.date(month, 1), rate: rate.toFixed(4) });
  }
  return rates;
}
