import type { Day } from '../calendar/day.ts';
import type { ExchangeRates } from '../money/exchange-rates.ts';
import type { Movement, MovementKind } from './movement.ts';

/** What one subscription was worth over the days `[startsOn, endsOn)`. */
export interface RecurringSpan {
  readonly startsOn: Day;
  /** The first day it no longer covers; `null` while it has no end. */
  readonly endsOn: Day | null;
  /** Annualised minor units of `currency`, 0 or more. */
  readonly annualMinor: number;
  readonly currency: string;
}

/** An account's history, and the currencies left out of it because no rate was known. */
export interface AccountMovements {
  /** Oldest first; at most one a day. */
  readonly movements: readonly Movement[];
  readonly unconverted: readonly string[];
}

/** An account's holding in one currency, with what it was booked at in the reporting currency. */
interface Holding {
  native: number;
  book: number;
}

/**
 * Turns an account's spans into movements. The account is the grain: all that happens on a day is netted into one
 * movement, so a change of plan is one expansion or contraction, a second subscription is expansion, and a return after
 * nothing was left is reactivation.
 *
 * Foreign amounts are frozen at the rate of the day they moved (`fx: rateAtMovement`): a decrease releases its share of
 * what was booked, so an account that leaves takes out exactly what it brought in.
 */
export function accountMovements(spans: readonly RecurringSpan[], rates: ExchangeRates): AccountMovements {
  const changes = nativeChanges(spans);
  const holdings = new Map<string, Holding>();
  const unconverted = new Set<string>();
  const movements: Movement[] = [];
  let balance = 0;
  let everPaid = false;
  for (const day of [...changes.keys()].sort((a, b) => a - b)) {
    for (const [currency, change] of changes.get(day) ?? []) {
      if (unconverted.has(currency)) continue;
      const holding = holdings.get(currency) ?? { native: 0, book: 0 };
      if (!rebook(holding, change, rates, currency, day)) unconverted.add(currency);
      holdings.set(currency, holding);
    }
    let next = 0;
    for (const [currency, holding] of holdings) if (!unconverted.has(currency)) next += holding.book;
    if (next !== balance) {
      movements.push({ day, kind: kindOf(balance, next, everPaid), amount: next - balance });
      balance = next;
      everPaid = true;
    }
  }
  if (unconverted.size === 0 || movements.length === 0) return { movements, unconverted: [...unconverted] };
  // A currency found unconvertible half way must not have counted before: leave it out from the start.
  const known = spans.filter((span) => !unconverted.has(span.currency));
  return { movements: accountMovements(known, rates).movements, unconverted: [...unconverted] };
}

function kindOf(before: number, after: number, everPaid: boolean): MovementKind {
  if (before === 0) return everPaid ? 'REACTIVATION' : 'NEW';
  if (after === 0) return 'CHURN';
  return after > before ? 'EXPANSION' : 'CONTRACTION';
}

/** Net change of native annualised amounts by day and currency. */
function nativeChanges(spans: readonly RecurringSpan[]): ReadonlyMap<Day, ReadonlyMap<string, number>> {
  const changes = new Map<Day, Map<string, number>>();
  const add = (day: Day, currency: string, amount: number): void => {
    const byCurrency = changes.get(day) ?? new Map<string, number>();
    byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + amount);
    changes.set(day, byCurrency);
  };
  for (const span of spans) {
    if (span.annualMinor === 0 || (span.endsOn !== null && span.endsOn <= span.startsOn)) continue;
    add(span.startsOn, span.currency, span.annualMinor);
    if (span.endsOn !== null) add(span.endsOn, span.currency, -span.annualMinor);
  }
  return changes;
}

function rebook(holding: Holding, change: number, rates: ExchangeRates, currency: string, day: Day): boolean {
  const native = holding.native + change;
  if (change > 0) {
    const converted = rates.convert(change, currency, day);
    if (converted === undefined) return false;
    holding.book += converted;
  } else if (change < 0) {
    // Whole native amounts times whole books stay below 2^53 only for small accounts, so the share is taken in BigInt.
    holding.book = native === 0 ? 0 : Number((BigInt(holding.book) * BigInt(native)) / BigInt(holding.native));
  }
  holding.native = native;
  return true;
}
