import { type Day, formatDay } from '@plimsoll/metrics';
import type { MilestoneDefinitionRecord, MilestoneRecord } from '@plimsoll/store';
import type { Random } from '../random.ts';
import type { Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** What customers of Harbor reach. Their first value is the first plan that a whole site works by. */
export const milestoneDefinitions: readonly MilestoneDefinitionRecord[] = [
  { key: 'kickoff', name: 'Kick-off held', role: 'start' },
  { key: 'data-connected', name: 'Own data connected', role: 'other' },
  { key: 'first-plan', name: 'First plan in use', role: 'firstValue' },
  { key: 'second-site', name: 'Second site live', role: 'other' },
];

/** The milestones of a customer's first time; who makes little of the product gets to them late, and some never. */
export function inventMilestones(random: Random, told: ToldCustomer, timeline: Timeline): readonly MilestoneRecord[] {
  const { customer, life } = told;
  const milestones: MilestoneRecord[] = [];
  const stint = life.stints[0];
  if (stint === undefined) return milestones;
  const left = stint.until === null ? Number.POSITIVE_INFINITY : timeline.day(stint.until, customer.date);
  const reach = (milestone: string, day: Day): void => {
    if (day < left) milestones.push({ accountExternalId: customer.externalId, milestone, reachedOn: formatDay(day) });
  };
  const size = { Starter: 0.7, Team: 1, Business: 1.3, Enterprise: 1.8 }[customer.plan];
  // Who will thrive is quick; 0.55 is the least that anybody makes of the product and 0.95 the most.
  const slowness = size * (1.9 - customer.affinity) * random.between(0.6, 1.5);
  const kickoff = timeline.day(customer.firstMonth, customer.date) + random.whole(1, 9);
  const connected = kickoff + Math.round(9 * slowness) + random.whole(0, 5);
  const value = connected + Math.round(14 * slowness) + random.whole(0, random.chance(0.12) ? 60 : 9);
  reach('kickoff', kickoff);
  reach('data-connected', connected);
  if (!random.chance(0.025)) reach('first-plan', value);
  if (customer.plan !== 'Starter' && random.chance(0.7)) reach('second-site', value + random.whole(40, 200));
  return milestones;
}
