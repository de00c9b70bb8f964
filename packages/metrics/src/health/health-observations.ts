import type { Day } from '../calendar/day.ts';
import type { Movement } from '../movements/movement.ts';
import type { FactorSource, HealthModel } from './health-model.ts';
import type { Observation, Observations } from './health-score.ts';

/** An answer of one of the account's people to an NPS survey. */
export interface HealthAnswer {
  readonly day: Day;
  readonly respondent: string;
  readonly answer: number;
}

/** What an account's health is worked out from; every list oldest first. */
export interface HealthInputs {
  readonly numbers: Readonly<Record<string, readonly Observation[]>>;
  readonly answers: readonly HealthAnswer[];
  readonly movements: readonly Movement[];
}

/** Turns an account's records into the observations of a model's factors. */
export function healthObservations(model: HealthModel, inputs: HealthInputs, today: Day): Observations {
  return Object.fromEntries(model.factors.map(({ key, source }) => [key, observationsOf(source, inputs, today)]));
}

function observationsOf(source: FactorSource, inputs: HealthInputs, today: Day): readonly Observation[] {
  switch (source.kind) {
    case 'number':
      return inputs.numbers[source.key] ?? [];
    case 'answers':
      return meanAnswers(inputs.answers, source.days);
    case 'revenueTrend':
      return revenueTrend(inputs.movements, source.days, today);
  }
}

function meanAnswers(answers: readonly HealthAnswer[], days: number): readonly Observation[] {
  return answers.map(({ day }, index) => {
    const latest = new Map<string, number>();
    for (const answer of answers.slice(0, index + 1)) {
      if (answer.day > day - days) latest.set(answer.respondent, answer.answer);
    }
    return { day, value: [...latest.values()].reduce((sum, answer) => sum + answer, 0) / latest.size };
  });
}

function revenueTrend(movements: readonly Movement[], days: number, today: Day): readonly Observation[] {
  const balanceOn = (day: Day): number =>
    movements.reduce((sum, movement) => (movement.day <= day ? sum + movement.amount : sum), 0);
  const turns = new Set(movements.flatMap(({ day }) => [day, day + days]));
  return [...turns]
    .filter((day) => day <= today)
    .sort((a, b) => a - b)
    .flatMap((day) => {
      const before = balanceOn(day - days);
      return before > 0 ? [{ day, value: balanceOn(day) / before }] : [];
    });
}
