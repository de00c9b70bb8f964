import type { HealthModel } from '@plimsoll/metrics';

/** Of 90: the rest is the growth of those who are scored so. */
const enterpriseWeights: Readonly<Record<string, number>> = {
  product_use: 30,
  relationship: 20,
  support_burden: 15,
  outcomes: 25,
};

/** What health means at Harbor. */
const everybody: HealthModel = {
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

/** The largest customers: what they set out to achieve counts for more, and so does whether they grow. */
const enterprise: HealthModel = {
  ...everybody,
  key: 'enterprise',
  name: 'Health of enterprise customers',
  appliesTo: [{ trait: 'plan', in: ['Enterprise'] }],
  order: 1,
  factors: [
    ...everybody.factors.map((factor) => ({ ...factor, weight: enterpriseWeights[factor.key] ?? factor.weight })),
    {
      key: 'growth',
      label: 'Growth',
      weight: 10,
      source: { kind: 'revenueTrend', days: 365 },
      scale: { zero: 0.75, hundred: 1.1 },
      format: 'PERCENT',
      staleAfterDays: null,
    },
  ],
};

/** Enterprise customers are scored by a model of their own, all others by the first. */
export const healthModels: readonly HealthModel[] = [everybody, enterprise];
