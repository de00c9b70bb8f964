import fc from 'fast-check';
import { dayOf } from '../calendar/day.ts';
import { type CostCategory, costCategories } from '../costs/cost-category.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { ExchangeRates } from '../money/exchange-rates.ts';
import { accountMovements, type RecurringSpan } from '../movements/account-movements.ts';
import type { Recognition } from '../recognition/recognition.ts';

/** The days that generated histories play on: two years from 2024, a leap year. */
export const firstDay: number = dayOf(2024, 1, 1);
const lastDay = dayOf(2025, 12, 31);

const span: fc.Arbitrary<RecurringSpan> = fc.record({
  startsOn: fc.integer({ min: firstDay, max: lastDay }),
  endsOn: fc.option(fc.integer({ min: firstDay + 1, max: lastDay + 40 })),
  // Few values, so that accounts often come back to what they paid before.
  annualMinor: fc.constantFrom(0, 1, 12_000, 35_820, 35_821, 1_200_000),
  currency: fc.constantFrom('USD', 'EUR', 'JPY'),
});

/** An account's spans, with a trait to group by, and what the trait was before. */
export interface GeneratedAccount {
  readonly plan: string;
  /** Plans before the present one with their first days, oldest first; empty for one that never changed. */
  readonly plansBefore: readonly { readonly plan: string; readonly from: number }[];
  readonly spans: readonly RecurringSpan[];
}

const plan = fc.constantFrom('Starter', 'Team', '');

/** Accounts that come, go and come back, in three currencies. */
export const accounts: fc.Arbitrary<readonly GeneratedAccount[]> = fc.array(
  fc.record({
    plan,
    plansBefore: fc
      .uniqueArray(fc.integer({ min: firstDay, max: lastDay - 1 }), { maxLength: 3 })
      .chain((days) =>
        fc.tuple(...days.sort((a, b) => a - b).map((from) => fc.record({ plan, from: fc.constant(from) }))),
      ),
    spans: fc.array(span, { maxLength: 6 }),
  }),
  { maxLength: 12 },
);

/** Rates that move every half year, so that a frozen rate differs from the current one. */
export const rates: ExchangeRates = new ExchangeRates('USD', [
  { currency: 'EUR', day: firstDay, rate: '1.10' },
  { currency: 'EUR', day: firstDay + 182, rate: '1.07' },
  { currency: 'EUR', day: firstDay + 366, rate: '1.19' },
  { currency: 'JPY', day: firstDay, rate: '0.0068' },
  { currency: 'JPY', day: firstDay + 300, rate: '0.0064' },
]);

/** A cost of an account by its index, or of the whole workspace (-1). */
export interface GeneratedCost {
  readonly account: number;
  readonly category: CostCategory;
  readonly startsOn: number;
  readonly days: number;
  readonly amount: number | null;
}

/** Costs that start within the generated years, some without an exchange rate. */
export const generatedCosts: fc.Arbitrary<readonly GeneratedCost[]> = fc.array(
  fc.record({
    account: fc.integer({ min: -1, max: 11 }),
    category: fc.constantFrom(...costCategories),
    startsOn: fc.integer({ min: firstDay - 40, max: lastDay }),
    days: fc.integer({ min: 1, max: 400 }),
    amount: fc.option(fc.integer({ min: 0, max: 1_000_000 }), { freq: 9 }),
  }),
  { maxLength: 14 },
);

/** The ledger of generated accounts, and of those costs whose account there is. */
export function ledgerOf(
  generated: readonly GeneratedAccount[],
  costs: readonly GeneratedCost[] = [],
  fx: Recognition['fx'] = 'rateAtMovement',
): Ledger {
  const builder = new LedgerBuilder({ revision: '1', currency: 'USD', timeZone: 'UTC' });
  generated.forEach(({ plan, plansBefore, spans }, index) => {
    const account = builder.addAccount({
      id: `id-${index}`,
      externalId: `a-${index}`,
      name: `Account ${index}`,
      traits: plan === '' ? {} : { plan },
    });
    for (const before of plansBefore) builder.addTraitChange(account, 'plan', before.from, before.plan);
    if (plansBefore.length > 0) builder.addTraitChange(account, 'plan', lastDay, plan);
    for (const { day, kind, amount } of accountMovements(spans, rates, fx).movements) {
      builder.addMovement(account, day, kind, amount);
    }
  });
  for (const { account, category, startsOn, days, amount } of costs) {
    if (account < generated.length) builder.addCost(account, category, startsOn, startsOn + days, amount);
  }
  return builder.build();
}
