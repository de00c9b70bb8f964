import type { Formula } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { collect } from './collect.ts';
import { distributionContributors } from './distribution-contributors.ts';
import { measureOf, sumOf } from './factor.ts';
import { divisorOf, isMoney, shown } from './measure.ts';
import type { Reading } from './reading.ts';
import { windowOf } from './window.ts';

/** What one account put into a reading. */
export interface Contributor {
  /** Index into the ledger's accounts. */
  readonly account: number;
  /** Its part above the line; of a distribution the sum of its values. */
  readonly numerator: number;
  /** Its part below the line; of a distribution how many values it has. */
  readonly denominator: number | null;
  /** Its part of a money numerator. The parts of all accounts add up to the reading's to the last minor unit. */
  readonly money: Money | null;
  /** Its part of the value: over all accounts the contributions add up to the value, of a distribution to the mean. */
  readonly contribution: number;
  /**
   * How far it moved the value from neutral (see `Metric.neutral`): the contributions' part that is news. Of a
   * distribution, the median less what it would be without the account; such effects add up to nothing.
   */
  readonly effect: number;
}

/** In which order contributors come: by effect, or by name. */
export type ContributorOrder = 'EFFECT_DESC' | 'EFFECT_ASC' | 'NAME_ASC';

/** Every account with a part in a reading's numerator or denominator, or a value in its distribution. Empty where the reading has no number. */
export function contributorsOf(reading: Reading, order: ContributorOrder): readonly Contributor[] {
  const { metric, question, period, today } = reading;
  const { ledger, policy, selection } = question;
  if (reading.value === null) return [];
  const window = windowOf(period, today);
  const formula = metric.terms(policy);
  if (formula.kind === 'DISTRIBUTION')
    return sorted(distributionContributors(reading, formula), order, ledger.accounts.names);
  const above = measureOf(formula.numerator);
  const total = collect(metric.source, question, [window])[0];
  const whole = formula.denominator === undefined ? 1 : sumOf(formula.denominator, total);
  const scale = reading.numerator === 0 ? 0 : reading.value / reading.numerator;
  const neutral = metric.neutral ?? 0;
  const contributors: Contributor[] = [];
  // Rounding a running total instead of each part keeps the parts adding up to the rounded whole.
  let running = 0n;
  let written = 0n;
  for (const account of selection.indices) {
    const facts = metric.source.collectAccount(question, account, window);
    const numerator = sumOf(formula.numerator, facts);
    const denominator = formula.denominator === undefined ? null : sumOf(formula.denominator, facts);
    if (numerator === 0 && (denominator ?? 0) === 0) continue;
    let money: Money | null = null;
    if (isMoney(above)) {
      running += BigInt(numerator);
      const upTo = divideHalfEven(running, BigInt(divisorOf(above)));
      money = { minor: upTo - written, currency: ledger.currency };
      written = upTo;
    }
    const shownNumerator = shown(numerator, above, ledger.currency);
    const contribution = shownNumerator * scale;
    contributors.push({
      account,
      numerator: shownNumerator,
      denominator:
        denominator === null ? null : shown(denominator, measureOf(formula.denominator ?? []), ledger.currency),
      money,
      contribution,
      effect: denominator === null || whole === 0 ? contribution : contribution - (neutral * denominator) / whole,
    });
  }
  return sorted(contributors, order, ledger.accounts.names);
}

/** How many accounts have a part in a reading. */
export function countContributors({ metric, question, period, today, value }: Reading): number {
  if (value === null) return 0;
  const window = windowOf(period, today);
  const formula = metric.terms(question.policy);
  let count = 0;
  for (const account of question.selection.indices) {
    if (hasPart(formula, metric.source.collectAccount(question, account, window))) count++;
  }
  return count;
}

function hasPart(formula: Formula<unknown>, facts: unknown): boolean {
  if (formula.kind === 'DISTRIBUTION') return formula.samples(facts).length > 0;
  const { numerator, denominator = [] } = formula;
  return sumOf(numerator, facts) !== 0 || sumOf(denominator, facts) !== 0;
}

const collator = new Intl.Collator('en', { numeric: true });

function sorted(
  contributors: Contributor[],
  order: ContributorOrder,
  names: readonly string[],
): readonly Contributor[] {
  const byName = (a: Contributor, b: Contributor): number =>
    collator.compare(names[a.account] ?? '', names[b.account] ?? '') || a.account - b.account;
  switch (order) {
    case 'NAME_ASC':
      return contributors.sort(byName);
    case 'EFFECT_ASC':
      return contributors.sort((a, b) => a.effect - b.effect || byName(a, b));
    case 'EFFECT_DESC':
      return contributors.sort((a, b) => b.effect - a.effect || byName(a, b));
  }
}
