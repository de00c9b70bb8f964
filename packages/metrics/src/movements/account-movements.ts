import type { Day } from '../calendar/day.ts';
import type { ExchangeRates } from '../money/exchange-rates.ts';
import type { Recognition } from '../recognition/recognition.ts';
import { Holding } from './holding.ts';
import type { Movement, MovementKind } from './movement.ts';
import { type SpanChange, type SpanChanges, spanChanges } from './span-changes.ts';

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
  history.pass(changes, fx === 'revalueMonthly' ? revaluations(changes, rates) : never);
  const { movements, setToCancel } = history;
  const unconverted = [...history.unconverted];
  if (unconverted.length === 0) return { movements, setToCancel, unconverted };
  // A currency found unconvertible half way must not have counted before: leave it out from the start.
  const known = spans.filter(({ currency }) => !history.unconverted.has(currency));
  return { ...accountMovements(known, rates, fx), unconverted };
}

const never: readonly Day[] = [];

/** The firsts of months on which what an account holds may be worth something else, in order. */
function revaluations({ native }: SpanChanges, rates: ExchangeRates): readonly Day[] {
  const currencies = new Set(native.map(({ currency }) => currency));
  const days = new Set([...currencies].flatMap((currency) => rates.monthsOf(currency)));
  return [...days].sort((a, b) => a - b);
}

/** An account on its way through time. */
class History {
  readonly movements: Movement[] = [];
  readonly setToCancel: Level[] = [];
  readonly unconverted = new Set<string>();
  readonly #rates: ExchangeRates;
  readonly #monthly: boolean;
  readonly #holdings = new Map<string, Holding>();
  readonly #cancelling = new Map<string, number>();
  #balance = 0;
  #everPaid = false;
  #going = 0;

  constructor(rates: ExchangeRates, monthly: boolean) {
    this.#rates = rates;
    this.#monthly = monthly;
  }

  /** Goes through the days on which something happens, in order. */
  pass({ native, cancelling }: SpanChanges, revalued: readonly Day[]): void {
    let [change, cancel, month] = [0, 0, 0];
    for (;;) {
      const day = Math.min(
        native[change]?.day ?? atTheEnd,
        cancelling[cancel]?.day ?? atTheEnd,
        revalued[month] ?? atTheEnd,
      );
      if (day === atTheEnd) return;
      if (revalued[month] === day) {
        month++;
        this.#revalue(day);
      }
      const changed = change;
      for (; native[change]?.day === day; change++) this.#hold(native[change]);
      if (change > changed) this.#move(day);
      for (; cancelling[cancel]?.day === day; cancel++) this.#cancel(cancelling[cancel]);
      if (cancelling.length > 0) this.#foretell(day);
    }
  }

  #revalue(day: Day): void {
    let value = 0;
    for (const holding of this.#holdings.values()) value += holding.valueOn(day);
    if (this.#balance === 0 || value === 0) return;
    for (const holding of this.#holdings.values()) holding.revalue(day);
    if (value !== this.#balance) this.movements.push({ day, kind: 'FX', amount: value - this.#balance });
    this.#balance = value;
  }

  #hold(change: SpanChange | undefined): void {
    if (change === undefined || this.unconverted.has(change.currency)) return;
    const { currency, by, day } = change;
    const holding = this.#holdings.get(currency) ?? new Holding(this.#rates, currency, this.#monthly);
    if (holding.change(by, day)) this.#holdings.set(currency, holding);
    else {
      this.unconverted.add(currency);
      this.#holdings.delete(currency);
    }
  }

  #move(day: Day): void {
    let next = 0;
    for (const holding of this.#holdings.values()) next += holding.book;
    if (next === this.#balance) return;
    this.movements.push({ day, kind: kindOf(this.#balance, next, this.#everPaid), amount: next - this.#balance });
    this.#balance = next;
    this.#everPaid = true;
  }

  #cancel(change: SpanChange | undefined): void {
    if (change === undefined) return;
    this.#cancelling.set(change.currency, (this.#cancelling.get(change.currency) ?? 0) + change.by);
  }

  #foretell(day: Day): void {
    let going = 0;
    for (const [currency, native] of this.#cancelling) going += this.#holdings.get(currency)?.released(native) ?? 0;
    if (going === this.#going) return;
    this.#going = going;
    this.setToCancel.push({ day, amount: going });
  }
}

const atTheEnd: Day = Number.POSITIVE_INFINITY;

function kindOf(before: number, after: number, everPaid: boolean): MovementKind {
  if (before === 0) return everPaid ? 'REACTIVATION' : 'NEW';
  if (after === 0) return 'CHURN';
  return after > before ? 'EXPANSION' : 'CONTRACTION';
}
