import { dayOf, type Ledger, LedgerBuilder } from '@plimsoll/metrics';
import { seeded } from './random.ts';

/** Months of history, the first of them January 2023. */
export const months = 36;

/** First day of a month of the history. */
export const monthStart = (month: number): number => dayOf(2023, 1 + month, 1);

export const plans = ['Starter', 'Team', 'Business', 'Enterprise'] as const;
export const regions = ['Europe', 'North America', 'Asia Pacific'] as const;

/** The same company twice: as a ledger, and as the balances at each month's end that SQL is asked over. */
export interface Company {
  readonly ledger: Ledger;
  readonly accounts: { readonly plan: Uint8Array; readonly region: Uint8Array };
  /** One entry an account and month with a balance: annualised minor units at the month's end. */
  readonly balances: { readonly account: Int32Array; readonly month: Int16Array; readonly amount: Float64Array };
}

/** A company of many accounts that come, grow, shrink and leave. */
export function makeCompany(count: number): Company {
  const random = seeded(7);
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  const plan = new Uint8Array(count);
  const region = new Uint8Array(count);
  const account = new Int32Array(count * months);
  const month = new Int16Array(count * months);
  const amount = new Float64Array(count * months);
  let rows = 0;
  for (let index = 0; index < count; index++) {
    plan[index] = Math.floor(random() * plans.length);
    region[index] = Math.floor(random() * regions.length);
    builder.addAccount({
      id: String(index),
      externalId: String(index),
      name: `Account ${index}`,
      traits: { plan: plans[plan[index] ?? 0] ?? '', region: regions[region[index] ?? 0] ?? '' },
    });
    let balance = 0;
    const first = Math.floor(random() ** 2 * months);
    for (let at = first; at < months; at++) {
      const day = monthStart(at) + Math.floor(random() * 28);
      const chance = random();
      if (at === first) {
        balance = 12 * Math.floor(1_000 + random() * 90_000);
        builder.addMovement(index, day, 'NEW', balance);
      } else if (balance === 0) {
        if (chance > 0.01) continue;
        balance = 12 * Math.floor(1_000 + random() * 90_000);
        builder.addMovement(index, day, 'REACTIVATION', balance);
      } else if (chance < 0.012) {
        builder.addMovement(index, day, 'CHURN', -balance);
        balance = 0;
      } else if (chance < 0.08) {
        const step = 12 * Math.ceil(balance / 12 / 8);
        builder.addMovement(index, day, 'EXPANSION', step);
        balance += step;
      } else if (chance < 0.1) {
        const step = 12 * Math.floor(balance / 12 / 5);
        if (step > 0) builder.addMovement(index, day, 'CONTRACTION', -step);
        balance -= step;
      }
      if (balance === 0) continue;
      account[rows] = index;
      month[rows] = at;
      amount[rows] = balance;
      rows++;
    }
  }
  return {
    ledger: builder.build(),
    accounts: { plan, region },
    balances: { account: account.subarray(0, rows), month: month.subarray(0, rows), amount: amount.subarray(0, rows) },
  };
}
