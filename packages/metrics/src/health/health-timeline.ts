import type { Day } from '../calendar/day.ts';
import type { HealthModel } from './health-model.ts';
import { type HealthScore, type Observation, type Observations, scoreLatest } from './health-score.ts';

/**
 * Every day on which an account's health changed in `[from, to]`, with its score: on new observations and on the days
 * when one goes stale. What stood the day before `from` is no change, so that a timeline can be worked out from any day
 * on, given each factor's latest observation before it.
 */
export function healthTimeline(
  model: HealthModel,
  observations: Observations,
  from: Day,
  to: Day,
): readonly HealthScore[] {
  const cursors = model.factors.map(({ key }) => new Cursor(observations[key] ?? []));
  const latestOn = (day: Day) => cursors.map((cursor) => cursor.moveTo(day));
  const timeline: HealthScore[] = [];
  let before = scoreLatest(model, latestOn(from - 1), from - 1);
  for (const day of daysOfChange(model, observations, from, to)) {
    const score = scoreLatest(model, latestOn(day), day);
    if (before.score === score.score && before.coverage === score.coverage) continue;
    timeline.push(score);
    before = score;
  }
  return timeline;
}

function daysOfChange(model: HealthModel, observations: Observations, from: Day, to: Day): readonly Day[] {
  const days = new Set<Day>();
  for (const factor of model.factors) {
    for (const { day } of observations[factor.key] ?? []) {
      days.add(day);
      if (factor.staleAfterDays !== null) days.add(day + factor.staleAfterDays + 1);
    }
  }
  return [...days].filter((day) => day >= from && day <= to).sort((a, b) => a - b);
}

/** Walks forward over observations. */
class Cursor {
  readonly #observations: readonly Observation[];
  #next = 0;

  constructor(observations: readonly Observation[]) {
    this.#observations = observations;
  }

  /** The latest observation up to a day, which is never before the one asked for last. */
  moveTo(day: Day): Observation | undefined {
    while ((this.#observations[this.#next]?.day ?? Number.POSITIVE_INFINITY) <= day) this.#next++;
    return this.#observations[this.#next - 1];
  }
}
