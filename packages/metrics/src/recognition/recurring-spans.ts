import type { Day } from '../calendar/day.ts';
import type { RecurringSpan } from '../movements/account-movements.ts';
import type { Recognition } from './recognition.ts';
import type { RecurringDiscount, RecurringTerms, SubscriptionStatus } from './subscription-terms.ts';

/** Adds the spans over which a subscription is worth something under a recognition: two where a discount ends within. */
export function addRecurringSpans(into: RecurringSpan[], terms: RecurringTerms, recognition: Recognition): void {
  const { startsOn, status, annualMinor, currency, cancelledOn } = terms;
  if (!countsAs(status, recognition)) return;
  const discount = discountUnder(terms, recognition);
  if (cancelledOn === null && discount === null) {
    into.push(terms);
    return;
  }
  const endsOn = lastsUntil(terms, recognition);
  const cancellingFrom = recognition.churnAt === 'endOfPaidPeriod' ? cancelledOn : null;
  const add = (from: Day, until: Day | null, annual: number): void => {
    if (until === null || until > from) {
      into.push({ startsOn: from, endsOn: until, annualMinor: annual, currency, cancellingFrom });
    }
  };
  if (discount === null) {
    add(startsOn, endsOn, annualMinor);
    return;
  }
  const fullFrom = earlier(discount.endsOn, endsOn);
  add(startsOn, fullFrom, annualMinor - discount.annualMinor);
  if (fullFrom !== null) add(Math.max(startsOn, fullFrom), endsOn, annualMinor);
}

/** What a subscription is worth a year on a day that its terms cover, in its own currency. */
export function annualOn(terms: RecurringTerms, recognition: Recognition, day: Day): number {
  if (!countsAs(terms.status, recognition)) return 0;
  const until = lastsUntil(terms, recognition);
  if (day < terms.startsOn || (until !== null && day >= until)) return 0;
  const discount = discountUnder(terms, recognition);
  const discounted = discount !== null && (discount.endsOn === null || day < discount.endsOn);
  return terms.annualMinor - (discounted ? discount.annualMinor : 0);
}

function countsAs(status: SubscriptionStatus, { trial, paused, pastDue }: Recognition): boolean {
  switch (status) {
    case 'active':
      return true;
    case 'trialing':
      return trial === 'include';
    case 'paused':
      return paused === 'count';
    case 'pastDue':
      return pastDue === 'count';
  }
}

function lastsUntil({ startsOn, endsOn, cancelledOn }: RecurringTerms, { churnAt }: Recognition): Day | null {
  if (churnAt === 'endOfPaidPeriod' || cancelledOn === null) return endsOn;
  return earlier(endsOn, Math.max(startsOn, cancelledOn));
}

function discountUnder({ discount }: RecurringTerms, { discounts }: Recognition): RecurringDiscount | null {
  if (discount === null || discounts === 'ignore') return null;
  return discounts === 'subtractForeverOnly' && discount.endsOn !== null ? null : discount;
}

/** The earlier of two days, `null` being never. */
function earlier(a: Day | null, b: Day | null): Day | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
