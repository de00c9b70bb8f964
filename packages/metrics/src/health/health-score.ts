import type { Day } from '../calendar/day.ts';
import type { HealthFactorModel, HealthModel } from './health-model.ts';

/** A factor's value as known from a day on. */
export interface Observation {
  readonly day: Day;
  readonly value: number;
}

/** Each factor's observations by factor key, oldest first. */
export type Observations = Readonly<Record<string, readonly Observation[]>>;

/** What one factor did to a score. */
export interface ScoredFactor {
  readonly key: string;
  /** Its weight in the model, as a fraction of all weights. */
  readonly weight: number;
  /** Its weight among the factors that are known: 0 for one that is missing or stale. */
  readonly effectiveWeight: number;
  readonly value: number | null;
  /** 0…100. */
  readonly score: number | null;
  /** `effectiveWeight × score`: the contributions of all factors add up to the score. */
  readonly contribution: number;
  readonly state: 'KNOWN' | 'STALE' | 'MISSING';
  readonly observedOn: Day | null;
}

/** An account's health on a day. */
export interface HealthScore {
  readonly day: Day;
  /** 0…100, or `null` where no factor is known. */
  readonly score: number | null;
  /** 0…1: the share of the model's weight that was known. */
  readonly coverage: number;
  readonly factors: readonly ScoredFactor[];
}

/**
 * The weighted mean of the factors known on a day. A missing or stale factor's weight goes to the others in proportion;
 * `coverage` tells how much was known.
 */
export function scoreHealth(model: HealthModel, observations: Observations, day: Day): HealthScore {
  const total = model.factors.reduce((sum, factor) => sum + factor.weight, 0);
  const seen = model.factors.map((factor) => ({ factor, ...observe(factor, observations[factor.key] ?? [], day) }));
  const known = seen.reduce((sum, { factor, state }) => (state === 'KNOWN' ? sum + factor.weight : sum), 0);
  const factors = seen.map(({ factor, state, latest }): ScoredFactor => {
    const score = latest === undefined ? null : scoreValue(factor, latest.value);
    const effectiveWeight = state === 'KNOWN' ? factor.weight / known : 0;
    return {
      key: factor.key,
      weight: factor.weight / total,
      effectiveWeight,
      value: latest?.value ?? null,
      score,
      contribution: effectiveWeight * (score ?? 0),
      state,
      observedOn: latest?.day ?? null,
    };
  });
  return {
    day,
    score: known === 0 ? null : factors.reduce((sum, factor) => sum + factor.contribution, 0),
    coverage: known / total,
    factors,
  };
}

/**
 * Every day on which an account's health changed in `[from, to]`, with its score: on new observations and on the days
 * when one goes stale.
 */
export function healthTimeline(
  model: HealthModel,
  observations: Observations,
  from: Day,
  to: Day,
): readonly HealthScore[] {
  const days = new Set<Day>();
  for (const factor of model.factors) {
    for (const { day } of observations[factor.key] ?? []) {
      days.add(Math.max(day, from));
      if (factor.staleAfterDays !== null) days.add(day + factor.staleAfterDays + 1);
    }
  }
  const timeline: HealthScore[] = [];
  for (const day of [...days].filter((day) => day >= from && day <= to).sort((a, b) => a - b)) {
    const score = scoreHealth(model, observations, day);
    const before = timeline.at(-1);
    if (before === undefined || before.score !== score.score || before.coverage !== score.coverage)
      timeline.push(score);
  }
  return timeline;
}

function observe(
  factor: HealthFactorModel,
  observations: readonly Observation[],
  day: Day,
): { readonly state: ScoredFactor['state']; readonly latest: Observation | undefined } {
  const latest = observations.findLast((observation) => observation.day <= day);
  if (latest === undefined) return { state: 'MISSING', latest };
  const stale = factor.staleAfterDays !== null && day - latest.day > factor.staleAfterDays;
  return { state: stale ? 'STALE' : 'KNOWN', latest };
}

/** A value on the factor's scale, 0…100. */
function scoreValue(factor: HealthFactorModel, value: number): number {
  const { zero, hundred } = factor.scale;
  return Math.min(100, Math.max(0, (100 * (value - zero)) / (hundred - zero)));
}
