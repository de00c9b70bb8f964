import { addMonths, type Day } from '../calendar/day.ts';
import { startOfUnit } from '../calendar/unit.ts';
import type { ExchangeRates } from '../money/exchange-rates.ts';
import type { Level } from '../movements/account-movements.ts';
import type { Recognition } from './recognition.ts';
import { annualOn } from './recurring-spans.ts';
import type { RecurringTerms } from './subscription-terms.ts';

/** What is signed and starts later, day by day, and the currencies of it that no rate is known for. */
export interface SignedAhead {
  readonly signed: readonly Level[];
  readonly unconverted: readonly string[];
}

/** Terms that were signed before they begin, with those of the same subscription that they take the place of. */
interface Signed {
  readonly terms: RecurringTerms;
  /** From this day on it is known. */
  readonly from: Day;
  /** It has begun on this day, or was cancelled before it could. */
  readonly until: Day;
  readonly before: RecurringTerms | undefined;
}

/**
 * What an account has signed for and does not pay yet. A change of a subscription that runs until it begins counts by the
 * difference, which is negative where less was signed for; what was set to cancel is no part of that, for it is gone
 * already. Foreign amounts are worth what they are on the day they are signed, revalued where the recognition says so.
 */
export function signedAhead(
  terms: readonly RecurringTerms[],
  recognition: Recognition,
  rates: ExchangeRates,
): SignedAhead {
  const ahead = terms.flatMap((one) => signedOf(one, terms));
  if (ahead.length === 0) return { signed: [], unconverted: [] };
  const unconverted = new Set<string>();
  const signed: Level[] = [];
  let level = 0;
  for (const day of daysOf(ahead, recognition, rates)) {
    let amount = 0;
    for (const one of ahead) {
      if (day < one.from || day >= one.until) continue;
      const rateDay = recognition.fx === 'revalueMonthly' ? Math.max(one.from, startOfUnit(day, 'MONTH')) : one.from;
      const worth = annualOn(one.terms, recognition, one.terms.startsOn);
      amount += converted(worth, one.terms.currency, rateDay) - replacedBy(one, day, rateDay);
    }
    if (amount === level) continue;
    level = amount;
    signed.push({ day, amount });
  }
  return { signed, unconverted: [...unconverted] };

  /** What goes when signed terms begin, as far as it counts on a day. */
  function replacedBy({ before }: Signed, day: Day, rateDay: Day): number {
    if (before === undefined || (before.cancelledOn !== null && before.cancelledOn <= day)) return 0;
    const known = ahead.some(({ terms: of, from }) => of === before && from <= day);
    if (day < before.startsOn && !known) return 0;
    const worth = annualOn(before, recognition, Math.max(day, before.startsOn));
    return converted(worth, before.currency, rateDay);
  }

  function converted(annual: number, currency: string, day: Day): number {
    const amount = annual === 0 ? 0 : rates.convert(annual, currency, day);
    if (amount === undefined) unconverted.add(currency);
    return amount ?? 0;
  }
}

function signedOf(terms: RecurringTerms, all: readonly RecurringTerms[]): readonly Signed[] {
  const { signedOn, startsOn, cancelledOn, subscription } = terms;
  if (signedOn === null) return [];
  const until = Math.min(startsOn, cancelledOn ?? startsOn);
  if (signedOn >= until) return [];
  const before = all.find((other) => other.subscription === subscription && other.endsOn === startsOn);
  return [{ terms, from: signedOn, until, before }];
}

/** The days on which the sum may change. */
function daysOf(ahead: readonly Signed[], { fx }: Recognition, rates: ExchangeRates): readonly Day[] {
  const days = new Set<Day>();
  for (const { from, until, before, terms } of ahead) {
    const within = [before?.startsOn, before?.cancelledOn, before?.discount?.endsOn];
    for (const day of [from, until, ...within]) if (day != null) days.add(day);
    if (fx !== 'revalueMonthly') continue;
    for (const currency of new Set([terms.currency, before?.currency ?? terms.currency])) {
      for (const first of rates.monthsOf(currency)) days.add(first);
    }
    // A rate that was new between the signing and the first of a month.
    days.add(startOfUnit(addMonths(from, 1), 'MONTH'));
  }
  return [...days].sort((a, b) => a - b);
}
