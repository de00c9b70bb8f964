import { type Day, formatDay } from '@plimsoll/metrics';
import type { ContractRecord } from '@plimsoll/store';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** A contract for each year that a customer on yearly terms signed for. The last of them is up for renewal. */
export function inventContracts(random: Random, told: ToldCustomer, timeline: Timeline): readonly ContractRecord[] {
  const { customer, life, spans } = told;
  if (customer.interval !== 'year') return [];
  const contracts: ContractRecord[] = [];
  const autoRenew = random.chance(customer.plan === 'Enterprise' ? 0.3 : 0.6);
  const noticeDays = random.pick([30, 60, 90]);
  for (const { from, until } of life.stints) {
    const last = Math.min(until ?? months, months);
    for (let month = from; month < last; month += 12) {
      const starts = timeline.day(month, customer.date);
      const ends = timeline.day(month + 12, customer.date);
      const leaves = until !== null && month + 12 >= until;
      const previous = month > from ? contracts.at(-1) : undefined;
      contracts.push({
        contractId: `${customer.externalId}-c${contracts.length + 1}`,
        accountExternalId: customer.externalId,
        startsOn: formatDay(starts),
        endsOn: formatDay(ends),
        amount: annualAmount(told, starts),
        currency: customer.currency,
        autoRenew,
        noticeDays,
        signedOn: formatDay(starts - random.whole(3, 35)),
        ...(previous === undefined ? {} : { renews: previous.contractId }),
        ...(leaves ? lost(random, ends) : {}),
      });
    }
  }
  return contracts;

  /** Who leaves at the end says so two or three months before, unless it is one that has said nothing yet. */
  function lost(own: Random, ends: Day): { readonly lostOn?: string } {
    const notice = spans.at(-1)?.cancelledOn;
    if (ends <= timeline.day(months - 1, 31)) return { lostOn: formatDay(ends - own.whole(35, 70)) };
    return notice === undefined ? {} : { lostOn: notice };
  }
}

function annualAmount({ spans }: ToldCustomer, starts: Day): string {
  const day = formatDay(starts);
  const span = spans.find(
    ({ startsOn, endsOn, status }) => status === undefined && startsOn <= day && (endsOn === null || endsOn > day),
  );
  return span === undefined ? '0.00' : (Number(span.amount) * span.quantity).toFixed(2);
}
