import type { Day } from '../calendar/day.ts';
import type { HealthFactorModel, HealthModel } from './health-model.ts';

/** A factor's value as known from a day on; `null`: nothing is known from then on. */
export interface Observation {
  readonly day: Day;
  readonly value: number | null;
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
  /** `effectiveWeight × score`, in whole millionths: the contributions of all factors add up to the score. */
  readonly contribution: number;
  readonly state: 'KNOWN' | 'STALE' | 'MISSING';
  readonly observedOn: Day | null;
}

/** An account's health on a day. */
export interface HealthScore {
  readonly day: Day;
  /** 0…100 in whole millionths, or `null` where no factor is known. */
  readonly score: number | null;
  /** 0…1: the share of the model's weight that was known. */
  readonly coverage: number;
  readonly factors: readonly ScoredFactor[];
}

/** Scores are told apart by this many parts of a point, which keeps noise of doubles off the edges of bands. */
const parts = 1_000_000;

/**
 * The weighted mean of the factors known on a day. A missing or stale factor's weight goes to the others in proportion;
 * `coverage` tells how much was known.
 */
export function scoreHealth(model: HealthModel, observations: Observations, day: Day): HealthScore {
  return scoreLatest(
    model,
    model.factors.map(({ key }) => observations[key]?.findLast((observation) => observation.day <= day)),
    day,
  );
}

/** The same from the latest observation of each factor, in the model's order. */
export function scoreLatest(model: HealthModel, latest: readonly (Observation | undefined)[], day: Day): HealthScore {
  const total = model.factors.reduce((sum, factor) => sum + factor.weight, 0);
  const states = model.factors.map((factor, index) => stateOf(factor, latest[index], day));
  const known = model.factors.reduce((sum, { weight }, index) => (states[index] === 'KNOWN' ? sum + weight : sum), 0);
  // Rounding a running total instead of each part keeps the parts adding up to the rounded whole.
  let running = 0;
  let written = 0;
  const factors = model.factors.map((factor, index): ScoredFactor => {
    const seen = latest[index];
    const value = seen?.value ?? null;
    const score = value === null ? null : scoreValue(factor, value);
    const state = states[index] ?? 'MISSING';
    const isKnown = state === 'KNOWN';
    if (isKnown) running += factor.weight * (score ?? 0);
    const upTo = known === 0 ? 0 : Math.round((running * parts) / known);
    const contribution = (upTo - written) / parts;
    written = upTo;
    return {
      key: factor.key,
      weight: factor.weight / total,
      effectiveWeight: isKnown ? factor.weight / known : 0,
      value,
      score,
      contribution,
      state,
      observedOn: value === null ? null : (seen?.day ?? null),
    };
  });
  return { day, score: known === 0 ? null : written / parts, coverage: known / total, factors };
}

/** A sum or a difference of scores or contributions, as exact as they are. */
export function wholeParts(points: number): number {
  return Math.round(points * parts) / parts;
}

function stateOf(factor: HealthFactorModel, seen: Observation | undefined, day: Day): ScoredFactor['state'] {
  if (seen === undefined || seen.value === null) return 'MISSING';
  return factor.staleAfterDays !== null && day - seen.day > factor.staleAfterDays ? 'STALE' : 'KNOWN';
}

/** A value on the factor's scale, 0…100. */
function scoreValue(factor: HealthFactorModel, value: number): number {
  const { zero, hundred } = factor.scale;
  return Math.min(100, Math.max(0, (100 * (value - zero)) / (hundred - zero)));
}
