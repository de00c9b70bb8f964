import { type AccountRef, compareRefs, refOf } from '../ledger/account-ref.ts';
import type { Question, Quotient, Window } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import type { Contributor, Contributors, Remainder } from './contributor.ts';
import { measureOf, sumOf } from './factor.ts';
import { divisorOf, isMoney, shown } from './measure.ts';
import type { Reading } from './reading.ts';
import type { Report } from './report.ts';
import { windowOf } from './window.ts';

/** What is asked of a reading's contributors. */
export interface ContributorQuestion {
  readonly reading: Reading;
  /** What the reading was worked out from. */
  readonly facts: unknown;
  readonly compare: (a: Pick<Contributor, 'account' | 'effect'>, b: Pick<Contributor, 'account' | 'effect'>) => number;
  readonly most: number;
}

/** An account's part in raw units. */
interface Part {
  readonly account: AccountRef;
  readonly above: number;
  readonly below: number;
  /** What accounts that were gathered before it have above the line, in whole numbers. */
  readonly before: number;
  readonly effect: number;
}

interface Parts {
  readonly count: number;
  /** Sums over all accounts. */
  readonly above: number;
  readonly below: number;
  readonly first: readonly Part[];
}

/** Every account with a part in a quotient's numerator or denominator. */
export function quotientContributors(
  { reading, facts, compare, most }: ContributorQuestion,
  formula: Quotient<unknown>,
): Report<Parts, Contributors> {
  const { metric, period, today, question } = reading;
  const { source } = metric;
  const { numerator, denominator } = formula;
  const measure = measureOf(numerator);
  const { currency } = question.ledger;
  const scale = reading.numerator === 0 ? 0 : (reading.value ?? 0) / reading.numerator;
  const whole = denominator === undefined ? 1 : sumOf(denominator, facts);
  const neutral = metric.neutral ?? 0;
  const contributionOf = (above: number): number => shown(above, measure, currency) * scale;
  const effectOf = (above: number, below: number): number =>
    denominator === undefined || whole === 0
      ? contributionOf(above)
      : contributionOf(above) - (neutral * below) / whole;
  // People who answered for several accounts are looked at by themselves, so that an account can come in two parts: then
  // nobody can be left out before all are in.
  const inParts = source.reads.parts.includes('responses');

  const first = (parts: Part[], kept: number): readonly Part[] =>
    kept === 0 ? [] : parts.sort(compare).slice(0, kept);
  const partsOf = (asked: Question, window: Window): Parts => {
    const parts: Part[] = [];
    let [sumAbove, sumBelow] = [0, 0];
    if (reading.value === null) return { count: 0, above: 0, below: 0, first: [] };
    for (const account of asked.selection.indices) {
      const found = source.collectAccount(asked, account, window, facts);
      const above = sumOf(numerator, found);
      const below = denominator === undefined ? 0 : sumOf(denominator, found);
      if (above === 0 && below === 0) continue;
      const part = { account: refOf(asked.ledger, account), above, below, before: sumAbove };
      parts.push({ ...part, effect: effectOf(above, below) });
      sumAbove += above;
      sumBelow += below;
    }
    return { count: parts.length, above: sumAbove, below: sumBelow, first: inParts ? parts : first(parts, most) };
  };
  const merge = (lots: readonly Parts[]): Parts => {
    let [count, above, below] = [0, 0, 0];
    const all: Part[] = [];
    for (const lot of lots) {
      for (const part of lot.first) all.push({ ...part, before: part.before + above });
      count += lot.count;
      above += lot.above;
      below += lot.below;
    }
    if (!inParts) return { count, above, below, first: first(all, most) };
    const whole = putTogether(all, effectOf);
    return { count: whole.length, above, below, first: whole };
  };

  const money = (raw: bigint): Money => ({ minor: divideHalfEven(raw, BigInt(divisorOf(measure))), currency });
  // Rounding a running total instead of each part keeps the parts adding up to the rounded whole.
  const moneyBetween = (from: number, to: number): Money | null =>
    isMoney(measure) ? { minor: money(BigInt(to)).minor - money(BigInt(from)).minor, currency } : null;
  const shownBelow = (below: number): number | null =>
    denominator === undefined ? null : shown(below, measureOf(denominator), currency);
  const contributorOf = ({ account, above, below, before, effect }: Part): Contributor => ({
    account,
    numerator: shown(above, measure, currency),
    denominator: shownBelow(below),
    money: moneyBetween(before, before + above),
    contribution: contributionOf(above),
    effect,
  });
  const remainderOf = ({ above, below }: Parts): Remainder | null => {
    if (reading.value === null) return null;
    const total = sumOf(numerator, facts);
    // Scores and parts of a CSM's time are no whole numbers, and all of them are of accounts.
    const [restAbove, restBelow] = [total - above, denominator === undefined ? 0 : whole - below];
    if (Math.abs(restAbove) < 0.5 && Math.abs(restBelow) < 0.5) return null;
    return {
      numerator: shown(restAbove, measure, currency),
      denominator: shownBelow(restBelow),
      money: moneyBetween(above, total),
      contribution: contributionOf(restAbove),
    };
  };
  return {
    gathering: {
      reads: { ...source.reads, names: true },
      collect: (asked, windows) => windows.map((window) => partsOf(asked, window)),
      merge,
    },
    window: windowOf(period, today),
    tell: (_, parts) => ({
      count: parts.count,
      entries: first([...parts.first], most).map(contributorOf),
      remainder: remainderOf(parts),
    }),
  };
}

/** One part for each account, in the order of a ledger. */
function putTogether(parts: readonly Part[], effectOf: (above: number, below: number) => number): readonly Part[] {
  const byId = new Map<string, Part>();
  for (const part of parts) {
    const known = byId.get(part.account.id);
    const above = part.above + (known?.above ?? 0);
    const below = part.below + (known?.below ?? 0);
    byId.set(part.account.id, { ...part, above, below, effect: effectOf(above, below) });
  }
  return [...byId.values()].sort((a, b) => compareRefs(a.account, b.account));
}
