import type { Day } from '../calendar/day.ts';
import type { ExchangeRates } from '../money/exchange-rates.ts';
import type { Recognition } from '../recognition/recognition.ts';
import { Holding } from './holding.ts';
import type { Movement, MovementKind } from './movement.ts';
import { type SpanChanges, spanChanges } from './span-changes.ts';

/** What one subscription was worth over the days `[startsOn, endsOn)`. */
export interface RecurringSpan {
  readonly startsOn: Day;
  /** The first day it no longer covers; `null` while it has no end. */
  readonly endsOn: Day | null;
  /** Annualised minor units of `currency`, 0 or more. */
  readonly annualMinor: number;
  readonly currency: string;
  /** From this day on it is set to cancel. @default null: it is not */
  readonly cancellingFrom?: Day | null;
}

/** A level that holds from a day until the next. */
export interface Level {
  readonly day: Day;
  /** Annualised minor units of the reporting currency. */
  readonly amount: number;
}

/** An account's history, and the currencies left out of it because no rate was known. */
export interface AccountMovements {
  /** Oldest first; at most one a day, and before it one of kind `FX` on the first of a month. */
  readonly movements: readonly Movement[];
  /** How much of the balance is set to cancel, oldest first; empty for most accounts. */
  readonly setToCancel: readonly Level[];
  readonly unconverted: readonly string[];
}

/**
 * Turns an account's spans into movements. The account is the grain: all that happens on a day is netted into one
 * movement, so a change of plan is one expansion or contraction, a second subscription is expansion, and a return after
 * nothing was left is reactivation.
 *
 * `rateAtMovement`: foreign amounts are frozen at the rate of the day they moved; a decrease releases its share of what
 * was booked, so an account that leaves takes out exactly what it brought in. `revalueMonthly`: on the first of each month
 * they are booked anew at its rate before anything else moves, which is a movement of kind `FX`; rates alone neither win
 * nor lose a customer, so a balance that they would bring to 0 stays as it was.
 */
export function accountMovements(
  spans: readonly RecurringSpan[],
  rates: ExchangeRates,
  fx: Recognition['fx'] = 'rateAtMovement',
): AccountMovements {
  const changes = spanChanges(spans);
  const history = new History(rates, fx === 'revalueMonthly');
  const revalued = fx === 'revalueMonthly' ? revaluations(changes, rates) : never;
  for (const day of daysOf(changes, revalued)) history.pass(day, revalued.has(day), changes);
  const unconverted = [...history.unconverted];
  if (unconverted.length === 0) return { movements: history.movements, setToCancel: history.setToCancel, unconverted };
  // A currency found unconvertible half way must not have counted before: leave it out from the start.
  const known = spans.filter(({ currency }) => !history.unconverted.has(currency));
  return { ...accountMovements(known, rates, fx), unconverted };
}

const never: ReadonlySet<Day> = new Set();

/** The firsts of months on which what an account holds may be worth something else. */
function revaluations({ native }: SpanChanges, rates: ExchangeRates): ReadonlySet<Day> {
  const currencies = new Set([...native.values()].flatMap((byCurrency) => [...byCurrency.keys()]));
  return new Set([...currencies].flatMap((currency) => rates.monthsOf(currency)));
}

/** The days on which something can happen, in order. */
function daysOf({ native, cancelling }: SpanChanges, revalued: ReadonlySet<Day>): readonly Day[] {
  const days = [...native.keys()];
  for (const day of cancelling.keys()) if (!native.has(day)) days.push(day);
  for (const day of revalued) if (!native.has(day) && !cancelling.has(day)) days.push(day);
  return days.sort((a, b) => a - b);
}

/** An account on its way through time. */
class History {
  readonly movements: Movement[] = [];
  readonly setToCancel: Level[] = [];
  readonly unconverted = new Set<string>();
  readonly #rates: ExchangeRates;
  readonly #monthly: boolean;
  readonly #holdings = new Map<string, Holding>();
  #cancelling: Map<string, number> | undefined;
  #balance = 0;
  #everPaid = false;
  #going = 0;

  constructor(rates: ExchangeRates, monthly: boolean) {
    this.#rates = rates;
    this.#monthly = monthly;
  }

  pass(day: Day, revalued: boolean, { native, cancelling }: SpanChanges): void {
    if (revalued) this.#revalue(day);
    const changes = native.get(day);
    if (changes !== undefined) this.#change(day, changes);
    if (cancelling.size > 0) this.#cancel(day, cancelling.get(day));
  }

  #revalue(day: Day): void {
    let value = 0;
    for (const holding of this.#holdings.values()) value += holding.valueOn(day);
    if (this.#balance === 0 || value === 0) return;
    for (const holding of this.#holdings.values()) holding.revalue(day);
    if (value !== this.#balance) this.movements.push({ day, kind: 'FX', amount: value - this.#balance });
    this.#balance = value;
  }

  #change(day: Day, changes: ReadonlyMap<string, number>): void {
    for (const [currency, by] of changes) {
      if (this.unconverted.has(currency)) continue;
      const holding = this.#holdings.get(currency) ?? new Holding(this.#rates, currency, this.#monthly);
      if (holding.change(by, day)) this.#holdings.set(currency, holding);
      else {
        this.unconverted.add(currency);
        this.#holdings.delete(currency);
      }
    }
    let next = 0;
    for (const holding of this.#holdings.values()) next += holding.book;
    if (next === this.#balance) return;
    this.movements.push({ day, kind: kindOf(this.#balance, next, this.#everPaid), amount: next - this.#balance });
    this.#balance = next;
    this.#everPaid = true;
  }

  #cancel(day: Day, changes: ReadonlyMap<string, number> | undefined): void {
    this.#cancelling ??= new Map();
    for (const [currency, by] of changes ?? []) {
      this.#cancelling.set(currency, (this.#cancelling.get(currency) ?? 0) + by);
    }
    let going = 0;
    for (const [currency, native] of this.#cancelling) going += this.#holdings.get(currency)?.released(native) ?? 0;
    if (going === this.#going) return;
    this.#going = going;
    this.setToCancel.push({ day, amount: going });
  }
}

function kindOf(before: number, after: number, everPaid: boolean): MovementKind {
  if (before === 0) return everPaid ? 'REACTIVATION' : 'NEW';
  if (after === 0) return 'CHURN';
  return after > before ? 'EXPANSION' : 'CONTRACTION';
}
