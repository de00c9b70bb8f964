import type { ExposureRecord, ResponseRecord } from '@plimsoll/store';
import { clock, workday } from '../answers.ts';
import { paysIn } from '../life.ts';
import type { Random } from '../random.ts';
import { months, type Timeline } from '../timeline.ts';
import type { ToldCustomer } from '../told-customer.ts';
import { setupSurvey, supportSurvey } from './moment-surveys.ts';

/** Months in which customers are asked after a moment, the current one included. */
const monthsAsked = 25;

/** A survey with the share of those asked who answer, and what they say at a level of use, before their mood. */
const asks = [
  { survey: supportSurvey.key, most: 5, every: 0.2, willing: 0.34, says: (use: number) => 1.75 + use * 3.35 },
  { survey: setupSurvey.key, most: 7, every: 0.14, willing: 0.27, says: (use: number) => 1.9 + use * 4.6 },
] as const;

/** Showings and answers. */
export interface Moments {
  readonly exposures: readonly ExposureRecord[];
  readonly responses: readonly ResponseRecord[];
}

/** Asks one of a customer's people now and then how the help was, and how easy setting up. */
export function inventMoments(random: Random, told: ToldCustomer, timeline: Timeline): Moments {
  const { customer, life, people } = told;
  const exposures: ExposureRecord[] = [];
  const responses: ResponseRecord[] = [];
  const [opens, closes] = workday[customer.region];
  for (const { survey, most, every, willing, says } of asks) {
    const own = random.fork(survey);
    for (let month = Math.max(months - monthsAsked, customer.firstMonth); month < months; month++) {
      const asked = own.chance(every);
      const respondent = own.pick(people).externalId;
      const shownAt = `${timeline.date(month, own.whole(1, 28))}${clock(own.whole(opens, closes), own.whole(0, 59))}`;
      const answer = Math.min(most, Math.max(1, Math.round(says(life.engagement(month)) + own.bell() * most * 0.13)));
      const answers = own.chance(willing);
      if (!asked || !paysIn(life, month)) continue;
      const about = { survey, accountExternalId: customer.externalId, respondent };
      exposures.push({ ...about, shownAt });
      if (!answers) continue;
      const externalId = `${survey}-${timeline.date(month, 1).slice(0, 7)}-${customer.externalId}`;
      responses.push({ ...about, externalId, answer, respondedAt: shownAt });
    }
  }
  return { exposures, responses };
}
