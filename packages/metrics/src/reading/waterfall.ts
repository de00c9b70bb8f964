import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { countsAsNew } from '../facts/revenue/revenue-of-account.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import type { Question } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { type MovementKind, movementCode, movementKinds } from '../movements/movement.ts';
import { windowOf } from './window.ts';

/** What one kind of movement came to. */
export interface WaterfallStep {
  readonly kind: MovementKind;
  /** MRR; negative for contraction and churn. */
  readonly money: Money;
  /** Accounts that moved so; one that moved twice counts once. */
  readonly accounts: number;
}

/** How MRR came from a period's start to its end. `start` and all steps add up to `end`, to the minor unit. */
export interface Waterfall {
  readonly period: Period;
  readonly start: Money;
  readonly end: Money;
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  /** Every kind, in the order a waterfall is drawn. */
  readonly steps: readonly WaterfallStep[];
}

/** One movement of one account. */
export interface AccountMovement {
  /** Index into the ledger's accounts. */
  readonly account: number;
  readonly day: Day;
  readonly kind: MovementKind;
  /** MRR; negative for contraction and churn. */
  readonly money: Money;
}

/** The order in which a waterfall is drawn: what adds, what takes away, and exchange rates last. */
const drawn: readonly MovementKind[] = ['NEW', 'EXPANSION', 'REACTIVATION', 'CONTRACTION', 'CHURN', 'FX'];

/** Adds up what moved over a period, kind by kind. */
export function waterfall(question: Question, period: Period, today: Day): Waterfall {
  const { ledger, selection } = question;
  const { start: from, end: until } = windowOf(period, today);
  const amounts = new Map<MovementKind, number>();
  const accounts = new Map<MovementKind, number>();
  let opening = 0;
  let customersAtStart = 0;
  let customersAtEnd = 0;
  for (const account of selection.indices) {
    let balance = balanceBefore(ledger, account, from);
    opening += balance;
    if (balance > 0) customersAtStart++;
    const moved = new Set<MovementKind>();
    eachMovement(question, account, from, until, (_, kind, amount) => {
      amounts.set(kind, (amounts.get(kind) ?? 0) + amount);
      moved.add(kind);
      balance += amount;
    });
    for (const kind of moved) accounts.set(kind, (accounts.get(kind) ?? 0) + 1);
    if (balance > 0) customersAtEnd++;
  }
  // Levels are rounded and steps are their differences, so that the steps add up whatever a twelfth leaves over.
  const money = (minor: bigint): Money => ({ minor, currency: ledger.currency });
  let level = opening;
  const steps = drawn.map((kind): WaterfallStep => {
    const before = perMonth(level);
    level += amounts.get(kind) ?? 0;
    return { kind, money: money(perMonth(level) - before), accounts: accounts.get(kind) ?? 0 };
  });
  return {
    period,
    start: money(perMonth(opening)),
    end: money(perMonth(level)),
    customersAtStart,
    customersAtEnd,
    steps,
  };
}

/** Every movement of a selection over a period, the newest first; of some kinds only, where those are given. */
export function movementsOf(
  question: Question,
  period: Period,
  today: Day,
  kinds: readonly MovementKind[] = movementKinds,
): readonly AccountMovement[] {
  const { start, end } = windowOf(period, today);
  const found: AccountMovement[] = [];
  for (const account of question.selection.indices) {
    eachMovement(question, account, start, end, (day, kind, amount) => {
      if (!kinds.includes(kind)) return;
      found.push({ account, day, kind, money: { minor: perMonth(amount), currency: question.ledger.currency } });
    });
  }
  return found.sort((a, b) => b.day - a.day || a.account - b.account);
}

function perMonth(annual: number): bigint {
  return divideHalfEven(BigInt(annual), 12n);
}

function eachMovement(
  { ledger, policy }: Question,
  account: number,
  from: Day,
  until: Day,
  visit: (day: Day, kind: MovementKind, amount: number) => void,
): void {
  const { offsets, days, kinds, amounts } = ledger.movements;
  let leftOn = Number.NEGATIVE_INFINITY;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day >= until) return;
    const code = kinds[row] ?? movementCode.FX;
    if (day >= from) {
      const returned = code === movementCode.REACTIVATION && countsAsNew(code, day - leftOn, policy);
      visit(day, returned ? 'NEW' : (movementKinds[code] ?? 'FX'), amounts[row] ?? 0);
    }
    if (code === movementCode.CHURN) leftOn = day;
  }
}
