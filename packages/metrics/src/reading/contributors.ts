import { compareNames } from '../ledger/account-ref.ts';
import { collect } from './collect.ts';
import type { Contributor, ContributorOrder, Contributors } from './contributor.ts';
import { distributionContributors } from './distribution-contributors.ts';
import { quotientContributors } from './quotient-contributors.ts';
import type { Reading } from './reading.ts';
import { type Report, work } from './report.ts';
import { windowOf } from './window.ts';

/** Every account behind a reading from a ledger in memory. Nobody is where the reading has no number. */
export function contributorsOf(
  reading: Reading,
  order: ContributorOrder,
  most: number = Number.POSITIVE_INFINITY,
): Contributors {
  const [facts] = collect(reading.metric.source, reading.question, [windowOf(reading.period, reading.today)]);
  return work(contributorReport(reading, facts, order, most), reading.question);
}

/**
 * The accounts behind a reading.
 *
 * @param facts what the reading was worked out from
 * @param most how many are listed, the first in the order
 */
export function contributorReport(
  reading: Reading,
  facts: unknown,
  order: ContributorOrder,
  most: number,
): Report<unknown, Contributors> {
  const { metric, question } = reading;
  const formula = metric.terms(question.policy);
  const asked = { reading, facts, compare: comparison(order), most };
  // Each report tells what it gathered itself.
  return (
    formula.kind === 'DISTRIBUTION' ? distributionContributors(asked, formula) : quotientContributors(asked, formula)
  ) as Report<unknown, Contributors>;
}

type Sorted = Pick<Contributor, 'account' | 'effect'>;

function comparison(order: ContributorOrder): (a: Sorted, b: Sorted) => number {
  switch (order) {
    case 'NAME_ASC':
      return (a, b) => compareNames(a.account, b.account);
    case 'EFFECT_ASC':
      return (a, b) => a.effect - b.effect || compareNames(a.account, b.account);
    case 'EFFECT_DESC':
      return (a, b) => b.effect - a.effect || compareNames(a.account, b.account);
  }
}
