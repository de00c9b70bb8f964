import { formatDay } from '@plimsoll/metrics';
import type { UsageDayRecord } from '@plimsoll/store';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';
import { likingIn } from './features.ts';
import { plannersOf } from './seats.ts';

/** Months that are told day by day, the current one included. */
const monthsOfDays = 3;

/** What a customer's planners did on each of the last days: the less the customer makes of the product, the fewer come. */
export function inventUsage(random: Random, told: ToldCustomer, timeline: Timeline): readonly UsageDayRecord[] {
  const { customer, life, plan, spans } = told;
  const days: UsageDayRecord[] = [];
  const liking = likingIn(plan);
  const planners = plannersOf(spans.at(-1)?.quantity ?? 0);
  const first = timeline.day(months - monthsOfDays, 1);
  const last = timeline.day(months - 1, 31);
  for (let planner = 1; planner <= planners; planner++) {
    const own = random.fork(`planner ${planner}`);
    const favourites = pickFavourites(own, liking);
    const keenness = own.between(0.05, 0.46);
    // Those who come last are the first to stop coming.
    const needs = (planner - 0.6) / planners - own.between(0, 0.04);
    for (let day = first; day <= last; day++) {
      const month = timeline.monthOf(day);
      const engagement = life.engagement(month);
      const weekend = isWeekend(day) ? 0.08 : 1;
      const comes = own.chance(keenness * (0.25 + engagement) * weekend);
      const feature = own.pick(favourites);
      const second = own.pick(favourites);
      const both = own.chance(0.22) && second !== feature;
      const minutes = own.between(6, 24) * (0.5 + engagement);
      if (!comes || engagement < needs || !paysIn(life, month)) continue;
      const sessions = own.whole(1, 2);
      const record = (of: string, part: number): UsageDayRecord => ({
        accountExternalId: customer.externalId,
        user: `${customer.externalId}-p${planner}`,
        feature: of,
        day: formatDay(day),
        events: Math.round(minutes * part * 1.4) + 1,
        sessions: part < 0.5 ? 0 : sessions,
        seconds: Math.round(minutes * 60 * part * sessions),
      });
      days.push(record(feature, both ? 0.7 : 1));
      if (both) days.push(record(second, 0.3));
    }
  }
  return days;
}

/** Up to four parts of the product that somebody works with; one that is liked better counts twice. */
function pickFavourites(random: Random, liking: Readonly<Record<string, number>>): readonly string[] {
  return Array.from({ length: 4 }, () => random.weighted(liking));
}

/** Days since 1970-01-01, which was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}
