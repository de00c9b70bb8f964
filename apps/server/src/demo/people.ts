import type { Customer } from './customer.ts';
import type { DemoPerson } from './demo-records.ts';
import { inventPersonName } from './person-names.ts';
import type { Random } from './random.ts';

/** Two to six people of a customer, more where it is larger. */
export function inventPeople(random: Random, customer: Customer): readonly DemoPerson[] {
  const [least, most] = { Starter: [2, 3], Team: [2, 4], Business: [3, 5], Enterprise: [4, 6] }[customer.plan] as [
    number,
    number,
  ];
  return Array.from({ length: random.whole(least, most) }, (_, index) => ({
    externalId: `${customer.externalId}-p${index + 1}`,
    accountExternalId: customer.externalId,
    name: inventPersonName(random, customer.region),
  }));
}
