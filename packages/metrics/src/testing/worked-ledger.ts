import { parseDay } from '../calendar/day.ts';
import { type CostCategory, costCategories } from '../costs/cost-category.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { ExchangeRates } from '../money/exchange-rates.ts';
import { accountMovements } from '../movements/account-movements.ts';

/** One subscription in words: account, from, until (exclusive, or `-`), monthly price in cents. */
export type SubscriptionLine = `${string} ${string} ${string} ${number}`;

/** An answer in words: respondent, account (or `-`), day, answer. */
export type AnswerLine = `${string} ${string} ${string} ${number}`;

/** A cost in words: account (or `-` for the whole workspace), category, from, until (exclusive), cents in all. */
export type CostLine = `${string} ${CostCategory} ${string} ${string} ${number}`;

/** A day of a test. */
export function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is not a day`);
  return parsed;
}

/** A small ledger in USD written as lines, for examples that can be checked by hand. */
export function workedLedger(
  subscriptions: readonly SubscriptionLine[],
  answers: readonly AnswerLine[] = [],
  costs: readonly CostLine[] = [],
): Ledger {
  const builder = new LedgerBuilder({ revision: '7', currency: 'USD', timeZone: 'UTC' });
  const lines = subscriptions.map((line) => line.split(' '));
  const names = [...new Set(lines.map(([name = '']) => name))];
  const rates = new ExchangeRates('USD');
  for (const name of names) {
    const account = builder.addAccount({ id: name, externalId: name, name, traits: {} });
    const spans = lines
      .filter(([of]) => of === name)
      .map(([, from = '', until = '', monthly = '']) => ({
        startsOn: day(from),
        endsOn: until === '-' ? null : day(until),
        annualMinor: 12 * Number(monthly),
        currency: 'USD',
      }));
    for (const movement of accountMovements(spans, rates).movements) {
      builder.addMovement(account, movement.day, movement.kind, movement.amount);
    }
  }
  const given = answers.map((line) => line.split(' ')).sort((a, b) => day(a[2] ?? '') - day(b[2] ?? ''));
  for (const [respondent = '', account = '', on = '', answer = ''] of given) {
    const of = builder.accountIndex(account === '-' ? null : account);
    builder.addResponse('relationship', of, respondent, day(on), Number(answer));
    builder.addExposure('relationship', of, day(on));
  }
  for (const line of costs) {
    const [account = '', name = '', from = '', until = '', cents = ''] = line.split(' ');
    const category = costCategories.find((known) => known === name);
    if (category === undefined) throw new Error(`${name} is not a category`);
    builder.addCost(
      account === '-' ? -1 : builder.accountIndex(account),
      category,
      day(from),
      day(until),
      cents === 'NaN' ? null : Number(cents),
    );
  }
  return builder.build();
}
