/**
 * Half the width of the 95 % interval of an NPS, in points: 1.96 · 100 · √((p + d − (p − d)²) / n). 0 without answers.
 *
 * Rounding is left to whoever shows it.
 *
 * @example npsMargin({ promoters: 58, passives: 26, detractors: 16 }) // 14.7
 * @see https://www.measuringu.com/nps-confidence-intervals/
 */
export function npsMargin(counts: {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}): number {
  const n = counts.promoters + counts.passives + counts.detractors;
  if (n === 0) return 0;
  const p = counts.promoters / n;
  const d = counts.detractors / n;
  return 196 * Math.sqrt((p + d - (p - d) ** 2) / n);
}
