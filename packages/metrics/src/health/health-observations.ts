import type { Day } from '../calendar/day.ts';
import type { Movement } from '../movements/movement.ts';
import type { FactorSource, HealthModel } from './health-model.ts';
import type { Observation, Observations } from './health-score.ts';
import type { MetricReadings } from './metric-readings.ts';

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
  /** `null` where no factor reads a metric. */
  readonly readings: MetricReadings | null;
}

/** Turns an account's records into the observations that its scores on some days hang on. */
export function healthObservations(model: HealthModel, inputs: HealthInputs, on: readonly Day[]): Observations {
  return observationsOf(model, inputs, Math.max(...on), (source) => inputs.readings?.on(source, on) ?? []);
}

/** Turns an account's records into the observations that its timeline in `[from, to]` hangs on. */
export function timelineObservations(model: HealthModel, inputs: HealthInputs, from: Day, to: Day): Observations {
  return observationsOf(model, inputs, to, (source) => inputs.readings?.between(source, from, to) ?? []);
}

function observationsOf(
  model: HealthModel,
  inputs: HealthInputs,
  to: Day,
  read: (source: FactorSource & { readonly kind: 'metric' }) => readonly Observation[],
): Observations {
  const observe = (source: FactorSource): readonly Observation[] => {
    switch (source.kind) {
      case 'number':
        return Object.hasOwn(inputs.numbers, source.key) ? (inputs.numbers[source.key] ?? []) : [];
      case 'answers':
        return meanAnswers(inputs.answers, source.days);
      case 'revenueTrend':
        return revenueTrend(inputs.movements, source.days, to);
      case 'metric':
        return read(source);
    }
  };
  return Object.fromEntries(model.factors.map(({ key, source }) => [key, observe(source)]));
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

function revenueTrend(movements: readonly Movement[], days: number, to: Day): readonly Observation[] {
  const balanceOn = (day: Day): number =>
    movements.reduce((sum, movement) => (movement.day <= day ? sum + movement.amount : sum), 0);
  const turns = new Set(movements.flatMap(({ day }) => [day, day + days]));
  return [...turns]
    .filter((day) => day <= to)
    .sort((a, b) => a - b)
    .flatMap((day) => {
      const before = balanceOn(day - days);
      return before > 0 ? [{ day, value: balanceOn(day) / before }] : [];
    });
}
