import type { Ledger } from '../ledger/ledger.ts';
import { LedgerBuilder } from '../ledger/ledger-builder.ts';
import { day } from './worked-ledger.ts';

/** Use of the product in words: account, user, first day, last day, and the feature where one is named. */
export type UsageLine = `${string} ${string} ${string} ${string}`;

/** Licensed seats in words: account, day, how many. */
export type SeatsLine = `${string} ${string} ${number}`;

/** What a worked ledger has besides use: plans of accounts by name, and plans that features belong to. */
export interface WorkedPlans {
  readonly accounts: Readonly<Record<string, string>>;
  readonly features: Readonly<Record<string, readonly string[]>>;
}

/** A small ledger of product usage written as lines, for examples that can be checked by hand. */
export function workedUsage(
  lines: readonly UsageLine[],
  seats: readonly SeatsLine[] = [],
  plans: WorkedPlans = { accounts: {}, features: {} },
): Ledger {
  const builder = new LedgerBuilder({ revision: '7', currency: 'USD', timeZone: 'UTC' });
  const parts = lines.map((line) => line.split(' '));
  const names = [...new Set([...parts, ...seats.map((line) => line.split(' '))].map(([name = '']) => name))];
  for (const name of names) {
    const plan = plans.accounts[name];
    builder.addAccount({ id: name, externalId: name, name, traits: plan === undefined ? {} : { plan } });
  }
  for (const [key, of] of Object.entries(plans.features)) builder.addFeature(key, of);
  for (const [name = '', user = '', from = '', to = '', feature] of parts) {
    for (let on = day(from); on <= day(to); on++) builder.addUsage(builder.accountIndex(name), on, user, feature);
  }
  for (const [name = '', from = '', count = ''] of seats.map((line) => line.split(' '))) {
    builder.addSeats(builder.accountIndex(name), day(from), Number(count));
  }
  return builder.build();
}
