import { revenue } from '../../facts/revenue/revenue.ts';
import type { RevenueFacts } from '../../facts/revenue/revenue-facts.ts';
import type { Exclusion, Metric } from '../../metric.ts';
import { recognitionKeys } from '../../recognition/recognition.ts';

/**
 * A metric over the revenue ledger: coverage, the exclusion of unconvertible amounts, and the switches that decide what is
 * recurring revenue come with it.
 */
export function defineRevenueMetric(metric: Omit<Metric<RevenueFacts>, 'source' | 'coverage'>): Metric<RevenueFacts> {
  return {
    ...metric,
    switches: [...metric.switches, ...recognitionKeys],
    source: revenue,
    coverage: revenueCoverage,
    excluded: (facts, policy) => [...(metric.excluded?.(facts, policy) ?? []), ...unconvertedRevenue(facts)],
  };
}

/** How many of the accounts have all their amounts in the revenue, as a share. */
export function revenueCoverage({ accounts, unconverted }: RevenueFacts): number {
  return accounts === 0 ? 1 : 1 - unconverted / accounts;
}

/** The amounts that revenue leaves out for want of an exchange rate. */
export function unconvertedRevenue({ unconverted }: RevenueFacts): readonly Exclusion[] {
  if (unconverted === 0) return [];
  return [
    {
      reason: 'NO_EXCHANGE_RATE',
      explanation: 'Amounts in a currency without an exchange rate on the day they moved are left out.',
      count: unconverted,
    },
  ];
}
