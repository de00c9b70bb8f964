import type { AdvocacyActRecord } from '@plimsoll/store';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** Customers who make much of the product speak for it now and then. */
export function inventAdvocacy(random: Random, told: ToldCustomer, timeline: Timeline): readonly AdvocacyActRecord[] {
  const { customer, life, people } = told;
  const acts: AdvocacyActRecord[] = [];
  for (let month = Math.max(months - 18, customer.firstMonth + 6); month < months; month++) {
    const kind = random.weighted({ reference: 0.42, review: 0.34, referral: 0.16, caseStudy: 0.08 });
    const date = random.whole(1, 28);
    if (!random.chance(0.035) || life.engagement(month) < 0.8 || !paysIn(life, month)) continue;
    const person = random.pick(people);
    acts.push({
      actId: `${customer.externalId}-a${acts.length + 1}`,
      accountExternalId: customer.externalId,
      person: person.externalId,
      kind,
      on: timeline.date(month, date),
    });
  }
  return acts;
}
