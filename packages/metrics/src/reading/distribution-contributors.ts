import type { Distribution } from '../metric.ts';
import { medianWithout } from '../statistics/median-without.ts';
import { ascending, half, quantile } from '../statistics/quantile.ts';
import { collect } from './collect.ts';
import type { Contributor } from './contributors.ts';
import type { Reading } from './reading.ts';
import { windowOf } from './window.ts';

/**
 * Every account with a value among those of a distribution. No account has a part of a median, so the contributions are
 * parts of the mean and add up to that; an effect is how far the median would be off without the account.
 */
export function distributionContributors(
  { metric, question, period, today }: Reading,
  { samples }: Distribution<unknown>,
): Contributor[] {
  const window = windowOf(period, today);
  const all = ascending(samples(collect(metric.source, question, [window])[0]));
  const median = quantile(all, half);
  const contributors: Contributor[] = [];
  for (const account of question.selection.indices) {
    const own = ascending(samples(metric.source.collectAccount(question, account, window)));
    if (own.length === 0) continue;
    const numerator = own.reduce((sum, value) => sum + value, 0);
    contributors.push({
      account,
      numerator,
      denominator: own.length,
      money: null,
      contribution: numerator / all.length,
      // Nobody else has a value: all of the median is this account's.
      effect: own.length === all.length ? median : median - medianWithout(all, own),
    });
  }
  return contributors;
}
