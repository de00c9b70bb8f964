import { refOf } from '../ledger/account-ref.ts';
import type { Distribution, Question, Window } from '../metric.ts';
import { medianWithout } from '../statistics/median-without.ts';
import { ascending, half, quantile } from '../statistics/quantile.ts';
import type { Contributor, Contributors } from './contributor.ts';
import { type Listing, listing } from './listing.ts';
import type { ContributorQuestion } from './quotient-contributors.ts';
import type { Report } from './report.ts';
import { windowOf } from './window.ts';

/**
 * Every account with a value among those of a distribution. No account has a part of a median, so the contributions are
 * parts of the mean and add up to that; an effect is how far the median would be off without the account.
 */
export function distributionContributors(
  { reading, facts, compare, most }: ContributorQuestion,
  { samples }: Distribution<unknown>,
): Report<Listing<Contributor>, Contributors> {
  const { metric, period, today, value } = reading;
  const all = ascending(samples(facts));
  const median = quantile(all, half);
  const list = (question: Question, window: Window): Contributor[] => {
    const contributors: Contributor[] = [];
    if (value === null) return contributors;
    for (const account of question.selection.indices) {
      const own = ascending(samples(metric.source.collectAccount(question, account, window)));
      if (own.length === 0) continue;
      const numerator = own.reduce((sum, one) => sum + one, 0);
      contributors.push({
        account: refOf(question.ledger, account),
        numerator,
        denominator: own.length,
        money: null,
        contribution: numerator / all.length,
        // Nobody else has a value: all of the median is this account's.
        effect: own.length === all.length ? median : median - medianWithout(all, own),
      });
    }
    return contributors;
  };
  return {
    gathering: listing<Contributor>({ reads: { ...metric.source.reads, names: true }, list, compare, most }),
    window: windowOf(period, today),
    tell: (_, found) => ({ ...found, remainder: null }),
  };
}
