import { type AccountRef, compareNames } from '../ledger/account-ref.ts';
import type { Money } from '../money/money.ts';
import { collect } from './collect.ts';
import { distributionContributors } from './distribution-contributors.ts';
import { quotientContributors } from './quotient-contributors.ts';
import type { Reading } from './reading.ts';
import { type Report, work } from './report.ts';
import { windowOf } from './window.ts';

/** What one account put into a reading. */
export interface Contributor {
  readonly account: AccountRef;
  /** Its part above the line; of a distribution the sum of its values. */
  readonly numerator: number;
  /** Its part below the line; of a distribution how many values it has. */
  readonly denominator: number | null;
  /** Its part of a money numerator. The parts of all accounts and the remainder add up to the reading's to the last minor unit. */
  readonly money: Money | null;
  /** Its part of the value: with the remainder the contributions add up to the value, of a distribution to the mean. */
  readonly contribution: number;
  /**
   * How far it moved the value from neutral (see `Metric.neutral`): the contributions' part that is news. Of a
   * distribution, the median less what it would be without the account; such effects add up to nothing.
   */
  readonly effect: number;
}

/** What of a number belongs to no account: costs of the company as a whole, answers of people without an account. */
export type Remainder = Pick<Contributor, 'numerator' | 'denominator' | 'money' | 'contribution'>;

/** In which order contributors come: by effect, or by name. */
export type ContributorOrder = 'EFFECT_DESC' | 'EFFECT_ASC' | 'NAME_ASC';

/** Who is behind a reading. */
export interface Contributors {
  /** How many accounts have a part in its numerator or denominator, or a value in its distribution. */
  readonly count: number;
  /** The first of them. */
  readonly entries: readonly Contributor[];
  /** `null` where accounts make up the whole number. */
  readonly remainder: Remainder | null;
}

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
