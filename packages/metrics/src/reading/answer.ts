import type { Metric, MetricUnit, Quotient, Sample, Statistic, Term, UndefinedReason } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import { type Money, majorUnits } from '../money/money.ts';
import type { Policy } from '../policy.ts';
import { answerDistribution } from './distribution.ts';
import { type AnsweredFactor, answerFactor, measureOf, productOf, type Ratio, sumOf } from './factor.ts';
import { divisorOf, shown, shownMoney, unitOf } from './measure.ts';

/** One term with its number. */
export interface AnsweredTerm {
  readonly key: string;
  readonly label: string;
  /** A statistic stands beside the formula: it is neither added nor divided by. */
  readonly side: 'NUMERATOR' | 'DENOMINATOR' | 'STATISTIC';
  readonly sign: 1 | -1;
  readonly unit: MetricUnit;
  /** Major units for money, a plain number otherwise; without its sign. */
  readonly value: number;
  readonly money: Money | null;
}

/** A formula worked out: the number or why there is none, and the parts it came from. */
export interface Answer {
  readonly value: number | null;
  readonly money: Money | null;
  readonly reason: UndefinedReason | null;
  /** Above the line; for a distribution the sum of its values. */
  readonly numerator: number;
  /** Below the line; for a distribution how many values it has, so that the quotient is their mean, not the value. */
  readonly denominator: number | null;
  readonly terms: readonly AnsweredTerm[];
  /** What the quotient of the terms is multiplied and divided by; empty for most metrics. */
  readonly factors: readonly AnsweredFactor[];
  readonly sample: Sample | null;
}

/** Works a metric's formula out over facts. An empty base gives a reason, never 0, Infinity or NaN. */
export function answer<Facts>(metric: Metric<Facts>, facts: Facts, policy: Policy, currency: string): Answer {
  const formula = metric.terms(policy);
  if (formula.kind === 'DISTRIBUTION') return answerDistribution(metric, formula, facts, policy, currency);
  const numerator = sumOf(formula.numerator, facts);
  const denominator = formula.denominator === undefined ? null : sumOf(formula.denominator, facts);
  const factors = formula.factors ?? [];
  // Scores are no whole numbers, and what stands alone needs no more than one division of doubles.
  const product = factors.length === 0 ? undefined : productOf(formula, facts);
  const reason =
    metric.undefinedBecause?.(facts, policy) ?? (denominator === 0 || product?.below === 0n ? 'NO_BASE' : null);
  return {
    ...(reason === null
      ? quotient(metric, formula, numerator, denominator, product, currency)
      : { value: null, money: null }),
    reason,
    numerator: shown(numerator, measureOf(formula.numerator), currency),
    denominator: denominator === null ? null : shown(denominator, measureOf(formula.denominator ?? []), currency),
    terms: [
      ...formula.numerator.map((term) => answerTerm(term, 'NUMERATOR', facts, currency)),
      ...(formula.denominator ?? []).map((term) => answerTerm(term, 'DENOMINATOR', facts, currency)),
      ...(formula.beside ?? []).flatMap((statistic) => answerStatistic(statistic, facts, currency)),
    ],
    factors: factors.map((factor) => answerFactor(factor, facts, currency)),
    sample: metric.sample?.(facts) ?? null,
  };
}

function quotient<Facts>(
  metric: Metric<Facts>,
  formula: Quotient<Facts>,
  numerator: number,
  denominator: number | null,
  product: Ratio | undefined,
  currency: string,
): { value: number; money: Money | null } {
  const above = divisorOf(measureOf(formula.numerator));
  const below = denominator === null ? 1 : divisorOf(measureOf(formula.denominator ?? []));
  const scale = metric.scale ?? 1;
  if (metric.unit === 'MONEY') {
    const minor =
      product === undefined
        ? divideHalfEven(BigInt(numerator) * BigInt(below), BigInt(denominator ?? 1) * BigInt(above))
        : divideHalfEven(product.above, product.below);
    const money = { minor, currency };
    return { value: majorUnits(money), money };
  }
  if (product !== undefined) return { value: (scale * Number(product.above)) / Number(product.below), money: null };
  // One division of whole numbers, so that a fraction is as exact as a double can hold it.
  return { value: (scale * numerator * below) / ((denominator ?? 1) * above), money: null };
}

function answerStatistic<Facts>(statistic: Statistic<Facts>, facts: Facts, currency: string): readonly AnsweredTerm[] {
  if ('measure' in statistic) return [answerTerm(statistic, 'STATISTIC', facts, currency)];
  const { key, label, unit, total, count } = statistic;
  const n = count(facts);
  return n === 0 ? [] : [{ key, label, side: 'STATISTIC', sign: 1, unit, value: total(facts) / n, money: null }];
}

/** A term with its number. */
export function answerTerm<Facts>(
  term: Term<Facts>,
  side: AnsweredTerm['side'],
  facts: Facts,
  currency: string,
): AnsweredTerm {
  const fact = term.of(facts);
  return {
    key: term.key,
    label: term.label,
    side,
    sign: term.sign,
    unit: unitOf(term.measure),
    value: shown(fact, term.measure, currency),
    money: shownMoney(fact, term.measure, currency),
  };
}
