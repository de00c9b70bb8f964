import type { HealthPartsFragment } from '@plimsoll/client';

/**
 * The factors' contributions to one decimal, rounded so that they add up to the rounded score: each is the rounded
 * running total less the one before. A missing factor contributes 0.
 */
export function contributions(factors: HealthPartsFragment['factors']): readonly number[] {
  let total = 0;
  let shown = 0;
  return factors.map(({ contribution }) => {
    total += contribution;
    const before = shown;
    shown = Math.round(total * 10) / 10;
    return shown - before;
  });
}
