import { formatDay } from '../calendar/day.ts';
import { ExchangeRates } from '../money/exchange-rates.ts';
import { recognise } from '../recognition/recognise.ts';
import { defaultRecognition, type Recognition } from '../recognition/recognition.ts';
import type { MeteredTerms, RecurringTerms, SubscriptionTerms } from '../recognition/subscription-terms.ts';
import { day } from './worked-ledger.ts';

/** What may be said of terms besides when they begin and end, in words that tests are written in. */
export interface TermsInWords {
  readonly subscription?: string;
  readonly currency?: string;
  readonly status?: RecurringTerms['status'];
  readonly cancelledOn?: string;
  readonly signedOn?: string;
  /** Minor units a month that are taken off, and until when. */
  readonly off?: readonly [number, string | null];
}

/** Recurring terms from a monthly price in minor units. */
export function monthly(from: string, until: string | null, price: number, words: TermsInWords = {}): RecurringTerms {
  const { off, cancelledOn, signedOn } = words;
  return {
    kind: 'recurring',
    subscription: words.subscription ?? 's',
    startsOn: day(from),
    endsOn: until === null ? null : day(until),
    annualMinor: 12 * price,
    currency: words.currency ?? 'USD',
    status: words.status ?? 'active',
    cancelledOn: cancelledOn === undefined ? null : day(cancelledOn),
    signedOn: signedOn === undefined ? null : day(signedOn),
    discount: off === undefined ? null : { annualMinor: 12 * off[0], endsOn: off[1] === null ? null : day(off[1]) },
  };
}

/** A metered charge in minor units. */
export function metered(from: string, until: string, chargedMinor: number, currency = 'USD'): MeteredTerms {
  return { kind: 'metered', startsOn: day(from), endsOn: day(until), chargedMinor, currency };
}

/** Rates into US dollars that worked examples use: easy to convert with in one's head. */
export const workedRates: ExchangeRates = new ExchangeRates('USD', [
  { currency: 'EUR', day: day('2025-01-01'), rate: '1.10' },
  { currency: 'EUR', day: day('2025-03-15'), rate: '1.20' },
  { currency: 'EUR', day: day('2025-06-01'), rate: '1.00' },
  { currency: 'JPY', day: day('2025-01-01'), rate: '0.0070' },
  { currency: 'JPY', day: day('2025-02-10'), rate: '0.0065' },
  { currency: 'KWD', day: day('2025-01-01'), rate: '3.25' },
  { currency: 'KWD', day: day('2025-02-01'), rate: '3.30' },
]);

/** Movements as `2025-01-01 NEW 100`, a twelfth of their annualised minor units. */
export function movementsInWords(
  terms: readonly SubscriptionTerms[],
  recognition: Partial<Recognition> = {},
): readonly string[] {
  return recognise(terms, { ...defaultRecognition, ...recognition }, workedRates).movements.map(
    ({ day: on, kind, amount }) => `${formatDay(on)} ${kind} ${amount / 12}`,
  );
}
