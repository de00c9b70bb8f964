import type { ExchangeRates } from '../money/exchange-rates.ts';
import { accountMovements, type RecurringSpan } from '../movements/account-movements.ts';
import type { Movement } from '../movements/movement.ts';
import { type Commitment, joinLevels } from './commitment.ts';
import { meteredSpans } from './metered-spans.ts';
import type { Recognition } from './recognition.ts';
import { addRecurringSpans } from './recurring-spans.ts';
import { type SignedAhead, signedAhead } from './signed-ahead.ts';
import type { MeteredTerms, SubscriptionTerms } from './subscription-terms.ts';

/** What an account's recurring revenue came to under a recognition. */
export interface RecognisedRevenue {
  /** Oldest first; at most one a day, and before it one of kind `FX` on the first of a month. */
  readonly movements: readonly Movement[];
  /** What is known of the future, oldest first; empty for most accounts. */
  readonly commitments: readonly Commitment[];
  /** Currencies left out because no rate was known. */
  readonly unconverted: readonly string[];
}

const nothingAhead: SignedAhead = { signed: [], unconverted: [] };

/**
 * Works out what an account's subscriptions are as recurring revenue. The order of the terms does not matter.
 *
 * @param terms all changes of all subscriptions of the account
 * @example
 * recognise([], defaultRecognition, new ExchangeRates('USD')).movements // []
 */
export function recognise(
  terms: readonly SubscriptionTerms[],
  recognition: Recognition,
  rates: ExchangeRates,
): RecognisedRevenue {
  const spans: RecurringSpan[] = [];
  const charges: MeteredTerms[] = [];
  let signs = false;
  for (const one of terms) {
    if (one.kind === 'metered') {
      if (recognition.metered === 'includeTrailingAverage') charges.push(one);
      continue;
    }
    addRecurringSpans(spans, one, recognition);
    signs ||= one.signedOn !== null;
  }
  if (charges.length > 0) spans.push(...meteredSpans(charges));
  const { movements, setToCancel, unconverted } = accountMovements(spans, rates, recognition.fx);
  if (!signs && setToCancel.length === 0) return { movements, commitments: [], unconverted };
  const recurring = terms.filter((one) => one.kind === 'recurring');
  const ahead = signs ? signedAhead(recurring, recognition, rates) : nothingAhead;
  return {
    movements,
    commitments: joinLevels(setToCancel, ahead.signed),
    unconverted: [...new Set([...unconverted, ...ahead.unconverted])],
  };
}
