import type { Commentator } from './comments.ts';
import type { Customer } from './customer.ts';
import type { DemoExposure, DemoPerson, DemoResponse, Region } from './demo-records.ts';
import { type Life, paysIn } from './life.ts';
import type { Random } from './random.ts';
import { relationshipSurvey } from './survey.ts';
import { months, type Timeline } from './timeline.ts';

/** When people are at work, hours of UTC. */
export const workday: Readonly<Record<Region, readonly [number, number]>> = {
  Europe: [8, 15],
  'North America': [14, 21],
  'Asia Pacific': [5, 8],
  'Latin America': [13, 20],
};

/** Showings of the relationship survey, and what was answered. */
export interface Asked {
  readonly exposures: readonly DemoExposure[];
  readonly responses: readonly DemoResponse[];
}

/** Asks each person once a quarter, in a month of their own, while the customer pays; about a third answer. */
export function inventAnswers(
  random: Random,
  customer: Customer,
  life: Life,
  people: readonly DemoPerson[],
  timeline: Timeline,
  commentator: Commentator,
): Asked {
  const exposures: DemoExposure[] = [];
  const responses: DemoResponse[] = [];
  people.forEach((person, index) => {
    const own = random.fork(person.externalId);
    const turn = (index + own.whole(0, 2)) % 3;
    const leniency = own.bell() * 1.15;
    const willing = own.between(0.16, 0.5);
    for (let month = Math.max(0, customer.firstMonth + 1); month < months; month++) {
      if (timeline.calendarMonth(month) % 3 !== turn) continue;
      const date = own.whole(2, 27);
      const [opens, closes] = workday[customer.region];
      const at = clock(own.whole(opens, closes), own.whole(0, 59));
      const engagement = life.engagement(month);
      const answer = Math.min(
        10,
        Math.max(0, Math.round(1.85 + month * 0.0095 + engagement * 7.9 + leniency + own.bell() * 0.75)),
      );
      const answers = own.chance(willing * (answer >= 9 || answer <= 3 ? 1.12 : 0.95));
      if (!paysIn(life, month)) continue;
      const shownAt = `${timeline.date(month, date)}${at}`;
      exposures.push({ accountExternalId: customer.externalId, respondent: person.externalId, shownAt });
      if (!answers) continue;
      const comment = commentator.comment(own, answer, customer.plan);
      responses.push({
        externalId: `${relationshipSurvey.key}-${timeline.date(month, 1).slice(0, 7)}-${person.externalId}`,
        accountExternalId: customer.externalId,
        respondent: person.externalId,
        answer,
        ...(comment === undefined ? {} : { comment }),
        respondedAt: shownAt,
      });
    }
  });
  return { exposures, responses };
}

/** A time of day in UTC, as the end of an instant. */
export function clock(hour: number, minute: number): string {
  return `T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`;
}
