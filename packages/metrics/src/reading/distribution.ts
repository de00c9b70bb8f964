import type { Distribution, Metric, MetricUnit } from '../metric.ts';
import type { Policy } from '../policy.ts';
import { ascending, half, nineTenths, quantile } from '../statistics/quantile.ts';
import { type Answer, type AnsweredTerm, answerTerm } from './answer.ts';

/**
 * Works out a metric that is a statistic of single values: the median, with the 90th percentile, the mean and the count
 * beside it. No values give a reason, and no statistics but the count.
 */
export function answerDistribution<Facts>(
  metric: Metric<Facts>,
  { samples, beside = [] }: Distribution<Facts>,
  facts: Facts,
  policy: Policy,
  currency: string,
): Answer {
  const values = ascending(samples(facts));
  const count = values.length;
  const total = values.reduce((sum, value) => sum + value, 0);
  const median = quantile(values, half);
  const reason = metric.undefinedBecause?.(facts, policy) ?? (count === 0 ? 'NO_BASE' : null);
  const statistics =
    count === 0
      ? []
      : [
          statistic('MEDIAN', 'Median', metric.unit, median),
          statistic('P90', '90th percentile', metric.unit, quantile(values, nineTenths)),
          statistic('MEAN', 'Mean', metric.unit, total / count),
        ];
  return {
    value: reason === null ? median : null,
    money: null,
    reason,
    numerator: total,
    denominator: count,
    terms: [
      ...statistics,
      statistic('COUNT', 'Count', 'COUNT', count),
      ...beside.map((term) => answerTerm(term, 'STATISTIC', facts, currency)),
    ],
    factors: [],
    sample: metric.sample?.(facts) ?? null,
  };
}

function statistic(key: string, label: string, unit: MetricUnit, value: number): AnsweredTerm {
  return { key, label, side: 'STATISTIC', sign: 1, unit, value, money: null };
}
