import { formatDay } from '@plimsoll/metrics';
import type { OutcomeProgressRecord, OutcomeRecord } from '@plimsoll/store';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';

/** What customers want of Harbor: a number that goes from about here to about there. */
const wishes: readonly { readonly name: string; readonly baseline: number; readonly target: number }[] = [
  { name: 'Hours to make a week’s plan', baseline: 14, target: 6 },
  { name: 'Deliveries on time, %', baseline: 82, target: 94 },
  { name: 'Idle hours of vehicles a week', baseline: 120, target: 80 },
  { name: 'Sites that plan in Harbor', baseline: 1, target: 5 },
  { name: 'Overtime hours a month', baseline: 260, target: 180 },
  { name: 'Approvals within a day, %', baseline: 55, target: 90 },
];

/** Months between the values of an outcome. */
const rhythm = 2;

/** Outcomes and how they went. */
export interface Agreed {
  readonly outcomes: readonly OutcomeRecord[];
  readonly progress: readonly OutcomeProgressRecord[];
}

/** One outcome for each year that a customer stays, due eight months in; how far it gets follows the use of the product. */
export function inventOutcomes(random: Random, told: ToldCustomer, timeline: Timeline): Agreed {
  const { customer, life } = told;
  const outcomes: OutcomeRecord[] = [];
  const progress: OutcomeProgressRecord[] = [];
  if (customer.plan === 'Starter') return { outcomes, progress };
  const ideas = random.shuffled(wishes);
  for (let year = 0; year < 5; year++) {
    const from = customer.firstMonth + 1 + year * 12;
    const due = from + 8;
    const idea = ideas[year % ideas.length];
    const ability = random.bell() * 0.1;
    if (idea === undefined || due < months - 26 || from >= months || !paysIn(life, from)) continue;
    const outcomeId = `${customer.externalId}-o${year + 1}`;
    outcomes.push({
      outcomeId,
      accountExternalId: customer.externalId,
      name: idea.name,
      baseline: idea.baseline,
      target: idea.target,
      dueOn: timeline.date(due, 28),
    });
    for (let month = from + rhythm; month <= due + rhythm && month < months && paysIn(life, month); month += rhythm) {
      const part = Math.min(1.04, ((month - from) / (due - from)) * (0.46 + life.engagement(month) * 0.73 + ability));
      progress.push({
        outcomeId,
        on: formatDay(timeline.day(month, 26)),
        value: Number((idea.baseline + (idea.target - idea.baseline) * part).toFixed(1)),
      });
    }
  }
  return { outcomes, progress };
}
