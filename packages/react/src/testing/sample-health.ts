import type { HealthBandPartsFragment, HealthPartsFragment } from '@plimsoll/client';

const atRisk: HealthBandPartsFragment = { key: 'atRisk', label: 'At risk', from: 0, to: 50, tone: 'BAD' };
const watch: HealthBandPartsFragment = { key: 'watch', label: 'Watch', from: 50, to: 75, tone: 'WATCH' };
const healthy: HealthBandPartsFragment = { key: 'healthy', label: 'Healthy', from: 75, to: 100, tone: 'GOOD' };

/** The three bands of the sample model, lowest first. */
export const bands = { atRisk, watch, healthy };

function factor(key: string, label: string, score: number, weight: number): HealthPartsFragment['factors'][number] {
  const band = score >= 75 ? healthy : score >= 50 ? watch : atRisk;
  const known = { value: null, missing: false, stale: false, observedOn: '2026-11-20' };
  return { key, label, score, weight, effectiveWeight: weight, contribution: score * weight, band, ...known };
}

/** A complete health reading, 82 of 100, to be changed field by field. */
export const health: HealthPartsFragment = {
  score: 81.8,
  reason: null,
  band: healthy,
  bands: [atRisk, watch, healthy],
  factors: [
    factor('usage', 'Product use', 93, 0.4),
    factor('nps', 'Relationship NPS', 78, 0.25),
    factor('support', 'Support', 58, 0.2),
    factor('outcomes', 'Outcomes', 90, 0.15),
  ],
  coverage: 0.92,
  change: {
    amount: 6,
    since: '2026-10-02',
    factors: [
      { key: 'usage', label: 'Product use', amount: 9 },
      { key: 'support', label: 'Support', amount: -3 },
    ],
  },
  asOf: '2026-11-21',
  model: 'standard',
  revision: '42',
};
