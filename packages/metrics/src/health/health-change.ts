import type { Day } from '../calendar/day.ts';
import { type HealthScore, wholeParts } from './health-score.ts';

/** How a score moved, and which factors moved it. */
export interface HealthChange {
  readonly amount: number;
  readonly since: Day;
  /** Factors that moved the score, the strongest first; their amounts add up to `amount`, to the millionth of a point. */
  readonly factors: readonly { readonly key: string; readonly amount: number }[];
}

/** The change between two scores of one model; `null` where either is unknown. */
export function healthChange(earlier: HealthScore, later: HealthScore): HealthChange | null {
  if (earlier.score === null || later.score === null) return null;
  const before = new Map(earlier.factors.map((factor) => [factor.key, factor.contribution]));
  return {
    amount: wholeParts(later.score - earlier.score),
    since: earlier.day,
    factors: later.factors
      .map(({ key, contribution }) => ({ key, amount: wholeParts(contribution - (before.get(key) ?? 0)) }))
      .filter(({ amount }) => amount !== 0)
      .sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount)),
  };
}
