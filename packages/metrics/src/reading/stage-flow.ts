import { balanceBefore, type Ledger } from '../ledger/ledger.ts';
import type { LedgerStage } from '../ledger/stage-columns.ts';
import { divideHalfEven } from '../money/divide.ts';
import type { Money } from '../money/money.ts';
import type { StageMove } from './stage-moves.ts';

/**
 * What a way from one stage to another is. `NEXT`: to the stage that follows. `SKIP`: further on, past at least one stage.
 * `REGRESSION`: back to an earlier one. `END`: to a terminal stage, which skips nothing. `RETURN`: out of a terminal stage,
 * which is no regression. `ENTRY` and `EXIT`: from and to no stage at all, wherever the other side lies.
 */
export type StageFlowKind = 'NEXT' | 'SKIP' | 'REGRESSION' | 'END' | 'RETURN' | 'ENTRY' | 'EXIT';

/** Everybody who went one way. */
export interface StageFlow {
  /** Codes as in the ledger's stage columns; 0 for no stage. */
  readonly from: number;
  readonly to: number;
  readonly kind: StageFlowKind;
  /** How often; an account that went twice counts twice. */
  readonly moves: number;
  /** MRR of those accounts on the day before they moved, and on the day itself. */
  readonly before: Money;
  readonly after: Money;
}

/** What a way from one stage to another is. */
export function flowKind(stages: readonly LedgerStage[], from: number, to: number): StageFlowKind {
  if (from === 0) return 'ENTRY';
  if (to === 0) return 'EXIT';
  if (stages[from - 1]?.terminal === true) return 'RETURN';
  if (stages[to - 1]?.terminal === true) return 'END';
  if (to < from) return 'REGRESSION';
  return to === from + 1 ? 'NEXT' : 'SKIP';
}

interface Way {
  readonly from: number;
  readonly to: number;
  moves: number;
  /** Annual minor units on the day before, and on the day itself. */
  before: number;
  after: number;
}

/** Adds up moves by their ways. */
export class StageFlows {
  readonly #ways = new Map<number, Way>();

  /** Adds an account's move. */
  add(ledger: Ledger, account: number, { from, to, day }: StageMove): void {
    const before = balanceBefore(ledger, account, day);
    this.#add({ from, to, moves: 1, before, after: balanceBefore(ledger, account, day + 1) });
  }

  /** Adds the moves of other accounts. */
  merge(others: StageFlows): void {
    for (const way of others.#ways.values()) this.#add(way);
  }

  #add({ from, to, moves, before, after }: Way): void {
    // A ledger's codes are bytes.
    const name = from * 256 + to;
    const way = this.#ways.get(name) ?? { from, to, moves: 0, before: 0, after: 0 };
    this.#ways.set(name, way);
    way.moves += moves;
    way.before += before;
    way.after += after;
  }

  /** Every way that was gone, in the order of the stages left and then of those come to; no stage is last. */
  all({ currency, lifecycle }: Ledger): readonly StageFlow[] {
    const money = (annual: number): Money => ({ minor: divideHalfEven(BigInt(annual), 12n), currency });
    const placeOf = (code: number): number => (code === 0 ? 256 : code);
    return [...this.#ways.values()]
      .sort((a, b) => placeOf(a.from) - placeOf(b.from) || placeOf(a.to) - placeOf(b.to))
      .map(({ from, to, moves, before, after }) => ({
        from,
        to,
        kind: flowKind(lifecycle, from, to),
        moves,
        before: money(before),
        after: money(after),
      }));
  }
}
