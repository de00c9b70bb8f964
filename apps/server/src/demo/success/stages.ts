import type { AccountStageRecord } from '@plimsoll/store';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** Stages that somebody set by hand: customers who came back start over, and some in trouble are held by a plan. */
export function inventStages(random: Random, told: ToldCustomer, timeline: Timeline): readonly AccountStageRecord[] {
  const { customer, life } = told;
  const accountExternalId = customer.externalId;
  const back = life.stints[1];
  const stages: AccountStageRecord[] = [];
  if (back !== undefined && back.from + 2 < months)
    stages.push(
      {
        accountExternalId,
        stage: 'onboarding',
        from: timeline.date(back.from, customer.date),
        reason: 'Came back: the kick-off is held again with a new team.',
      },
      { accountExternalId, stage: null, from: timeline.date(back.from + 2, customer.date) },
    );
  const month = months - random.whole(2, 3);
  const inTrouble = paysIn(life, month) && life.engagement(month) < 0.45 && customer.firstMonth < month - 6;
  if (back === undefined && inTrouble && random.chance(0.3))
    stages.push({
      accountExternalId,
      stage: 'retention',
      from: timeline.date(month, random.whole(2, 26)),
      reason: 'A plan to win them back is agreed with their sponsor.',
    });
  return stages;
}
