import type { AccountRef } from '../ledger/account-ref.ts';
import type { Money } from '../money/money.ts';

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
