import { revenue } from '../facts/revenue.ts';
import type { RevenueFacts } from '../facts/revenue-facts.ts';
import type { Metric } from '../metric.ts';

/** A metric over the revenue ledger: coverage and the exclusion of unconvertible amounts come with it. */
export function defineRevenueMetric(metric: Omit<Metric<RevenueFacts>, 'source' | 'coverage'>): Metric<RevenueFacts> {
  return {
    ...metric,
    source: revenue,
    coverage: (facts) => (facts.accounts === 0 ? 1 : 1 - facts.unconverted / facts.accounts),
    excluded: (facts, policy) => [
      ...(metric.excluded?.(facts, policy) ?? []),
      ...(facts.unconverted === 0
        ? []
        : [
            {
              reason: 'NO_EXCHANGE_RATE',
              explanation: 'Amounts in a currency without an exchange rate on the day they moved are left out.',
              count: facts.unconverted,
            },
          ]),
    ],
  };
}
