import { addMonths, type Day } from '../calendar/day.ts';
import { startOfUnit } from '../calendar/unit.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { RecurringSpan } from '../movements/account-movements.ts';
import type { MeteredTerms } from './subscription-terms.ts';

/** Complete calendar months that the average looks back over, and what a year has of them. */
const months = 3;
const perYear = 12n / BigInt(months);

/**
 * What an account's metered charges are worth month by month: from the first of a month on, four times what the three
 * calendar months before charged. A charge is spread evenly over its days; whole numbers are added up as fractions and
 * divided once, halves to even.
 */
export function meteredSpans(charges: readonly MeteredTerms[]): readonly RecurringSpan[] {
  return [...new Set(charges.map(({ currency }) => currency))].flatMap((currency) =>
    spansOfCurrency(
      charges.filter((charge) => charge.currency === currency),
      currency,
    ),
  );
}

function spansOfCurrency(charges: readonly MeteredTerms[], currency: string): readonly RecurringSpan[] {
  const denominator = charges.map(({ startsOn, endsOn }) => BigInt(endsOn - startsOn)).reduce(leastCommonMultiple, 1n);
  const charged = new Map<Day, bigint>();
  for (const { startsOn, endsOn, chargedMinor } of charges) {
    const daily = (BigInt(chargedMinor) * denominator) / BigInt(endsOn - startsOn);
    for (let month = startOfUnit(startsOn, 'MONTH'); month < endsOn; month = addMonths(month, 1)) {
      const days = Math.min(endsOn, addMonths(month, 1)) - Math.max(startsOn, month);
      charged.set(month, (charged.get(month) ?? 0n) + daily * BigInt(days));
    }
  }
  const moving = new Set([...charged.keys()].flatMap((month) => [1, 2, 3].map((later) => addMonths(month, later))));
  return [...moving].map((month) => {
    let sum = 0n;
    for (let back = 1; back <= months; back++) sum += charged.get(addMonths(month, -back)) ?? 0n;
    const annualMinor = Number(divideHalfEven(sum * perYear, denominator));
    return { startsOn: month, endsOn: addMonths(month, 1), annualMinor, currency };
  });
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  let [divisor, rest] = [a, b];
  while (rest !== 0n) [divisor, rest] = [rest, divisor % rest];
  return (a / divisor) * b;
}
