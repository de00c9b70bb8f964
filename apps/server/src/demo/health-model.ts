import type { HealthModel } from '@plimsoll/metrics';

/** What health means at Harbor. */
export const healthModel: HealthModel = {
  key: 'default',
  name: 'Customer health',
  appliesTo: [],
  order: 0,
  factors: [
    {
      key: 'product_use',
      label: 'Product use',
      weight: 40,
      source: { kind: 'number', key: 'product_use' },
      scale: { zero: 0.1, hundred: 0.9 },
      format: 'PERCENT',
      staleAfterDays: 62,
    },
    {
      key: 'relationship',
      label: 'Relationship',
      weight: 25,
      source: { kind: 'answers', days: 270 },
      scale: { zero: 2, hundred: 10 },
      format: 'NUMBER',
      staleAfterDays: 270,
    },
    {
      key: 'support_burden',
      label: 'Support',
      weight: 20,
      source: { kind: 'number', key: 'support_burden' },
      scale: { zero: 11, hundred: 0 },
      format: 'NUMBER',
      staleAfterDays: 62,
    },
    {
      key: 'outcomes',
      label: 'Outcomes',
      weight: 15,
      source: { kind: 'number', key: 'outcomes' },
      scale: { zero: 0, hundred: 1 },
      format: 'PERCENT',
      staleAfterDays: 62,
    },
  ],
  bands: [
    { key: 'at-risk', label: 'At risk', from: 0, to: 50, tone: 'BAD' },
    { key: 'watch', label: 'Watch', from: 50, to: 75, tone: 'WATCH' },
    { key: 'healthy', label: 'Healthy', from: 75, to: 100, tone: 'GOOD' },
  ],
};
