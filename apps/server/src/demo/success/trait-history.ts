import type { TraitHistoryRecord } from '@plimsoll/store';
import type { Random } from '../random.ts';
import type { Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';
import { handovers } from './team.ts';

/** What a customer was before: the plans it moved through, and who looked after it. */
export interface Past {
  /** Who looks after it now. */
  readonly csm: string;
  readonly history: readonly TraitHistoryRecord[];
}

/** Tells a customer's moves between plans from its subscription, and hands some customers over to colleagues. */
export function inventPast(random: Random, told: ToldCustomer, timeline: Timeline): Past {
  const { customer } = told;
  const entry = (trait: string, value: string, from: string): TraitHistoryRecord => ({
    accountExternalId: customer.externalId,
    trait,
    value,
    from,
  });
  const plans = told.spans
    .filter((span, index) => span.plan !== told.spans[index - 1]?.plan)
    .map((span) => entry('plan', span.plan, span.startsOn));
  const history = plans.length > 1 ? [...plans] : [];
  let csm = customer.csm;
  for (const { from, to, month, date, part } of handovers) {
    const theirs = csm === from || csm === to;
    if (!theirs || customer.story !== undefined || customer.firstMonth >= month || !random.chance(part)) continue;
    history.push(
      entry('csm', from, timeline.date(customer.firstMonth, customer.date)),
      entry('csm', to, timeline.date(month, date)),
    );
    csm = to;
  }
  return { csm, history };
}
