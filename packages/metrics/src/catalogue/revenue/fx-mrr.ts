import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Metric } from '../../metric.ts';
import { defineRevenueMetric } from './define-revenue-metric.ts';
import { plus } from './revenue-terms.ts';

/** FX MRR. */
export const fxMrr: Metric<RevenueFacts> = defineRevenueMetric({
  key: 'FX_MRR',
  name: 'FX MRR',
  shortName: 'FX',
  description:
    'Change of MRR that comes from exchange rates alone. Zero while rates are frozen on the day of each movement.',
  formula: 'Σ changes of MRR from exchange rates',
  unit: 'MONEY',
  better: 'NEITHER',
  balance: false,
  terms: () => ({ numerator: [plus('FX_MRR', 'FX MRR', 'MRR', 'fx')] }),
  reasons: {},
  switches: [],
});
