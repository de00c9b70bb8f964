import { partsOfYear } from '../calendar/month-parts.ts';
import type { Measure, MetricUnit } from '../metric.ts';
import { currencyExponent } from '../money/currency.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';

/** What a fact is divided by to be shown under a measure: amounts are held per year, and summed over time per year and part of a month. */
export function divisorOf(measure: Measure): number {
  if (measure === 'MRR') return 12;
  if (measure === 'FTE') return 1_000_000;
  return measure === 'REVENUE' ? partsOfYear : 1;
}

/** Whether a measure is an amount of money. */
export function isMoney(measure: Measure): boolean {
  return measure !== 'FTE' && measure !== 'COUNT' && measure !== 'POINTS';
}

/** What a fact is shown in. */
export function unitOf(measure: Measure): MetricUnit {
  return isMoney(measure) ? 'MONEY' : 'COUNT';
}

/** A fact as people read it: money in major units, counts as they are. */
export function shown(fact: number, measure: Measure, currency: string): number {
  const divided = fact / divisorOf(measure);
  return isMoney(measure) ? divided / 10 ** (currencyExponent(currency) ?? 2) : divided;
}

/** A fact as exact money, rounded once to the minor unit; `null` for what is not money. */
export function shownMoney(fact: number, measure: Measure, currency: string): Money | null {
  if (!isMoney(measure)) return null;
  return { minor: divideHalfEven(BigInt(fact), BigInt(divisorOf(measure))), currency };
}
