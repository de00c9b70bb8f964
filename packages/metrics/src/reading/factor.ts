import type { Factor, MetricUnit, Quotient, Term } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import { type Money, majorUnits } from '../money/money.ts';
import { divisorOf, isMoney } from './measure.ts';

/** A quotient of whole numbers, not divided yet: minor units where money is above the line. */
export interface Ratio {
  readonly above: bigint;
  readonly below: bigint;
}

/** One factor with its number. */
export interface AnsweredFactor {
  readonly key: string;
  readonly label: string;
  readonly operation: 'TIMES' | 'DIVIDED_BY';
  readonly unit: MetricUnit;
  /** Major units for money; `null` where its base is empty. */
  readonly value: number | null;
  readonly money: Money | null;
  /** Whether it would be more but for its limit. */
  readonly capped: boolean;
}

/** The signed sum of one side's facts, in raw units: annualised minor units, or counts. */
export function sumOf<Facts>(terms: readonly Term<Facts>[], facts: Facts): number {
  let sum = 0;
  for (const term of terms) sum += term.sign * term.of(facts);
  return sum;
}

/** How the terms of one side are measured; they all are measured alike. */
export function measureOf<Facts>(terms: readonly Term<Facts>[]): Term<Facts>['measure'] {
  return terms[0]?.measure ?? 'COUNT';
}

/** A side over another. */
function ratioOf<Facts>(
  numerator: readonly Term<Facts>[],
  denominator: readonly Term<Facts>[] | undefined,
  facts: Facts,
): Ratio {
  const below = denominator === undefined ? 1n : BigInt(sumOf(denominator, facts));
  return {
    above: BigInt(sumOf(numerator, facts)) * BigInt(divisorOf(measureOf(denominator ?? []))),
    below: below * BigInt(divisorOf(measureOf(numerator))),
  };
}

/** A factor's own quotient, held to its limit, which an empty base reaches too. */
function factorRatio<Facts>(factor: Factor<Facts>, facts: Facts): Ratio & { readonly capped: boolean } {
  const ratio = ratioOf(factor.numerator, factor.denominator, facts);
  if (factor.most === undefined) return { ...ratio, capped: false };
  const most = BigInt(factor.most);
  const capped = ratio.below === 0n || ratio.above > most * ratio.below;
  return capped ? { above: most, below: 1n, capped } : { ...ratio, capped };
}

/** A formula's quotient with all of its factors. */
export function productOf<Facts>({ numerator, denominator, factors = [] }: Quotient<Facts>, facts: Facts): Ratio {
  let { above, below } = ratioOf(numerator, denominator, facts);
  for (const factor of factors) {
    const ratio = factorRatio(factor, facts);
    above *= factor.operation === 'TIMES' ? ratio.above : ratio.below;
    below *= factor.operation === 'TIMES' ? ratio.below : ratio.above;
  }
  return { above, below };
}

/** A factor with its number, to be shown. */
export function answerFactor<Facts>(factor: Factor<Facts>, facts: Facts, currency: string): AnsweredFactor {
  const { key, label, operation, unit } = factor;
  const { above, below, capped } = factorRatio(factor, facts);
  const head = { key, label, operation, unit, capped };
  if (below === 0n) return { ...head, value: null, money: null };
  if (!isMoney(measureOf(factor.numerator)) || isMoney(measureOf(factor.denominator)))
    return { ...head, value: Number(above) / Number(below), money: null };
  const money = { minor: divideHalfEven(above, below), currency };
  return { ...head, value: majorUnits(money), money };
}
