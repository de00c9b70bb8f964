import type { Day } from '../calendar/day.ts';
import type { Period } from '../calendar/period.ts';
import { addNumbers, addPlaces } from '../facts/add-facts.ts';
import { balanceBefore } from '../ledger/ledger.ts';
import type { Gathering, Question, Window } from '../metric.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import { type MovementKind, movementCode, movementKinds } from '../movements/movement.ts';
import { eachMovement } from './each-movement.ts';
import { type Report, work } from './report.ts';
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

/** The order in which a waterfall is drawn: what adds, what takes away, and exchange rates last. */
const drawn: readonly MovementKind[] = ['NEW', 'EXPANSION', 'REACTIVATION', 'CONTRACTION', 'CHURN', 'FX'];

/** What moved: annualised minor units and head counts; those by kind have a place for each code of {@link movementKinds}. */
interface Moved {
  readonly opening: number;
  readonly customersAtStart: number;
  readonly customersAtEnd: number;
  readonly amounts: readonly number[];
  readonly accounts: readonly number[];
}

/** Adds up what moved over a period, kind by kind. */
export function waterfall(question: Question, period: Period, today: Day): Waterfall {
  return work(waterfallReport(period, today), question);
}

/** What moved over a period, kind by kind. */
export function waterfallReport(period: Period, today: Day): Report<Moved, Waterfall> {
  return {
    gathering: moved,
    window: windowOf(period, today),
    tell: ({ ledger: { currency } }, { opening, amounts, accounts, customersAtStart, customersAtEnd }) => {
      // Levels are rounded and steps are their differences, so that the steps add up whatever a twelfth leaves over.
      const money = (minor: bigint): Money => ({ minor, currency });
      let level = opening;
      const steps = drawn.map((kind): WaterfallStep => {
        const before = perMonth(level);
        level += amounts[movementCode[kind]] ?? 0;
        return { kind, money: money(perMonth(level) - before), accounts: accounts[movementCode[kind]] ?? 0 };
      });
      const [start, end] = [money(perMonth(opening)), money(perMonth(level))];
      return { period, start, end, customersAtStart, customersAtEnd, steps };
    },
  };
}

const moved: Gathering<Moved> = {
  reads: { parts: ['movements'] },
  collect: (question, windows) => windows.map((window) => movedIn(question, window)),
  merge: (parts) => {
    const sums = nothingMoved();
    for (const { opening, customersAtStart, customersAtEnd, amounts, accounts } of parts) {
      addNumbers(sums.heads, { opening, customersAtStart, customersAtEnd });
      addPlaces(sums.amounts, amounts);
      addPlaces(sums.accounts, accounts);
    }
    return { ...sums.heads, amounts: sums.amounts, accounts: sums.accounts };
  },
};

function movedIn(question: Question, { start, end }: Window): Moved {
  const { heads, amounts, accounts } = nothingMoved();
  for (const account of question.selection.indices) {
    let balance = balanceBefore(question.ledger, account, start);
    heads.opening += balance;
    if (balance > 0) heads.customersAtStart++;
    const kinds = new Set<MovementKind>();
    eachMovement(question, account, start, end, (_, kind, amount) => {
      amounts[movementCode[kind]] = (amounts[movementCode[kind]] ?? 0) + amount;
      kinds.add(kind);
      balance += amount;
    });
    for (const kind of kinds) accounts[movementCode[kind]] = (accounts[movementCode[kind]] ?? 0) + 1;
    if (balance > 0) heads.customersAtEnd++;
  }
  return { ...heads, amounts, accounts };
}

function nothingMoved() {
  return {
    heads: { opening: 0, customersAtStart: 0, customersAtEnd: 0 },
    amounts: movementKinds.map(() => 0),
    accounts: movementKinds.map(() => 0),
  };
}

function perMonth(annual: number): bigint {
  return divideHalfEven(BigInt(annual), 12n);
}
