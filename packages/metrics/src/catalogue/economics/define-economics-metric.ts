import type { CostCategory } from '../../costs/cost-category.ts';
import { economics } from '../../facts/economics/economics.ts';
import type { EconomicsFacts } from '../../facts/economics/economics-facts.ts';
import type { Exclusion, Metric } from '../../metric.ts';
import type { Policy } from '../../policy.ts';
import { recognitionKeys } from '../../recognition/recognition.ts';
import { revenueCoverage, unconvertedRevenue } from '../revenue/define-revenue-metric.ts';

/**
 * A metric of revenue and costs: coverage, the costs of the whole workspace that some accounts cannot bear, and amounts
 * without an exchange rate come with it.
 *
 * @param categories the costs that it reads under a policy
 */
export function defineEconomicsMetric(
  metric: Omit<Metric<EconomicsFacts>, 'source' | 'coverage'>,
  categories: (policy: Policy) => readonly CostCategory[],
): Metric<EconomicsFacts> {
  return {
    ...metric,
    switches: [...metric.switches, ...recognitionKeys],
    source: economics,
    coverage: ({ revenue }) => revenueCoverage(revenue),
    excluded: (facts, policy) => {
      const sum = (of: 'shared' | 'unconverted'): number =>
        categories(policy).reduce((total, category) => total + facts.costs[category][of], 0);
      return [
        ...(metric.excluded?.(facts, policy) ?? []),
        ...some('SHARED_COSTS', 'Costs of the whole workspace, which are shared out among no accounts.', sum('shared')),
        ...some(
          'NO_EXCHANGE_RATE_FOR_COST',
          'Costs in a currency without an exchange rate on their first day.',
          sum('unconverted'),
        ),
        ...unconvertedRevenue(facts.revenue),
      ];
    },
  };
}

function some(reason: string, explanation: string, count: number): readonly Exclusion[] {
  return count === 0 ? [] : [{ reason, explanation, count }];
}
