import type { Question, Window } from '../metric.ts';
import { movementCode } from '../movements/movement.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';

/**
 * Revenue facts of a selection for many windows in one pass over its movements.
 *
 * Every window begins and ends on one of a few days. An account's balance is read once on each of them; what moved
 * between two neighbouring days is summed once for everybody. Accounts that came back within the span are rare and take
 * the long way round, window by window.
 */
export function scanRevenue(question: Question, windows: readonly Window[]): readonly RevenueFacts[] {
  const { ledger, selection, policy } = question;
  const bounds = Int32Array.from(new Set(windows.flatMap((window) => [window.start, window.end]))).sort();
  const startAt = Int32Array.from(windows, (window) => bounds.indexOf(window.start));
  const endAt = Int32Array.from(windows, (window) => bounds.indexOf(window.end));
  const facts = windows.map(noRevenueFacts);
  const between = new Between(bounds.length);
  const base = new BaseSums(windows.length);

  const { offsets, days, kinds, amounts } = ledger.movements;
  const first = bounds[0] ?? 0;
  const lastBound = bounds[bounds.length - 1] ?? 0;
  const balances = new Float64Array(bounds.length);
  const expansions = new Float64Array(bounds.length);
  const contractions = new Float64Array(bounds.length);
  const { indices } = selection;

  for (let position = 0; position < indices.length; position++) {
    const account = indices[position] ?? 0;
    const end = offsets[account + 1] ?? 0;
    let balance = 0;
    let row = offsets[account] ?? 0;
    for (; row < end && (days[row] ?? 0) < first; row++) balance += amounts[row] ?? 0;
    const from = row;
    let cameBack = false;
    for (; row < end && (days[row] ?? 0) < lastBound; row++) cameBack ||= kinds[row] === movementCode.REACTIVATION;
    if (cameBack) {
      for (let w = 0; w < windows.length; w++) {
        const window = windows[w];
        const into = facts[w];
        if (window !== undefined && into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
      }
      continue;
    }
    if (row === from && balance === 0) {
      between.accounts++;
      between.unconverted += ledger.accounts.unconverted[account] ?? 0;
      continue;
    }

    let bound = 0;
    let expansion = 0;
    let contraction = 0;
    let churn = 0;
    let wonAt = -1;
    let lostAt = -1;
    for (let moved = from; moved < row; moved++) {
      const day = days[moved] ?? 0;
      while ((bounds[bound] ?? lastBound) <= day) {
        balances[bound] = balance;
        expansions[bound] = expansion;
        contractions[bound] = contraction;
        bound++;
      }
      const amount = amounts[moved] ?? 0;
      balance += amount;
      switch (kinds[moved]) {
        case movementCode.EXPANSION:
          expansion += amount;
          between.add(between.expansion, bound, amount);
          break;
        case movementCode.CONTRACTION:
          contraction -= amount;
          between.add(between.contraction, bound, -amount);
          break;
        case movementCode.CHURN:
          churn = -amount;
          lostAt = bound;
          between.add(between.churn, bound, -amount);
          break;
        case movementCode.NEW:
          wonAt = bound;
          between.add(between.won, bound, amount);
          between.add(between.customersWon, bound, 1);
          break;
        default:
          between.add(between.fx, bound, amount);
      }
    }
    for (; bound < bounds.length; bound++) {
      balances[bound] = balance;
      expansions[bound] = expansion;
      contractions[bound] = contraction;
    }

    between.accounts++;
    between.unconverted += ledger.accounts.unconverted[account] ?? 0;
    for (let at = 0; at < bounds.length; at++) {
      const held = balances[at] ?? 0;
      if (held > 0) {
        between.add(between.balance, at, held);
        between.add(between.customers, at, 1);
      }
    }
    const flowed = expansion !== 0 || contraction !== 0;
    const cameAndWent = wonAt >= 0 && lostAt >= 0;
    for (let w = 0; w < startAt.length; w++) {
      const i = startAt[w] ?? 0;
      const j = endAt[w] ?? 0;
      const opening = balances[i] ?? 0;
      const closing = balances[j] ?? 0;
      if (opening > 0) {
        if (closing > 0) base.keep(w, opening < closing ? opening : closing, closing);
        else base.lose(w, churn);
        if (flowed)
          base.flow(w, (expansions[j] ?? 0) - (expansions[i] ?? 0), (contractions[j] ?? 0) - (contractions[i] ?? 0));
      } else if (cameAndWent && wonAt > i && lostAt <= j) base.passThrough(w, churn);
    }
  }

  between.accumulate();
  for (let w = 0; w < windows.length; w++) {
    const into = facts[w];
    if (into === undefined) continue;
    between.addTo(into, startAt[w] ?? 0, endAt[w] ?? 0);
    base.addTo(into, w);
  }
  return facts;
}

/** Sums over everybody: balances on each bound, and movements between a bound and the one before it. */
class Between {
  readonly balance: Float64Array;
  readonly customers: Float64Array;
  readonly won: Float64Array;
  readonly customersWon: Float64Array;
  readonly expansion: Float64Array;
  readonly contraction: Float64Array;
  readonly churn: Float64Array;
  readonly fx: Float64Array;
  accounts = 0;
  unconverted = 0;

  constructor(bounds: number) {
    const column = (): Float64Array => new Float64Array(bounds + 1);
    this.balance = column();
    this.customers = column();
    this.won = column();
    this.customersWon = column();
    this.expansion = column();
    this.contraction = column();
    this.churn = column();
    this.fx = column();
  }

  add(column: Float64Array, at: number, amount: number): void {
    column[at] = (column[at] ?? 0) + amount;
  }

  /** Turns the movements into running totals, so that any window is one subtraction. */
  accumulate(): void {
    for (const column of [this.won, this.customersWon, this.expansion, this.contraction, this.churn, this.fx]) {
      for (let at = 1; at < column.length; at++) column[at] = (column[at] ?? 0) + (column[at - 1] ?? 0);
    }
  }

  addTo(facts: RevenueFacts, i: number, j: number): void {
    const moved = (column: Float64Array): number => (column[j] ?? 0) - (column[i] ?? 0);
    facts.start += this.balance[i] ?? 0;
    facts.end += this.balance[j] ?? 0;
    facts.customersStart += this.customers[i] ?? 0;
    facts.customersEnd += this.customers[j] ?? 0;
    facts.new += moved(this.won);
    facts.customersNew += moved(this.customersWon);
    facts.expansion += moved(this.expansion);
    facts.contraction += moved(this.contraction);
    facts.churn += moved(this.churn);
    facts.fx += moved(this.fx);
    facts.accounts += this.accounts;
    facts.unconverted += this.unconverted;
  }
}

/** Sums a window that depend on whether an account paid at its start. */
class BaseSums {
  readonly #kept: Float64Array;
  readonly #end: Float64Array;
  readonly #expansion: Float64Array;
  readonly #contraction: Float64Array;
  readonly #churn: Float64Array;
  readonly #customersKept: Float64Array;
  readonly #newcomerChurn: Float64Array;
  readonly #newcomersLost: Float64Array;

  constructor(windows: number) {
    const column = (): Float64Array => new Float64Array(windows);
    this.#kept = column();
    this.#end = column();
    this.#expansion = column();
    this.#contraction = column();
    this.#churn = column();
    this.#customersKept = column();
    this.#newcomerChurn = column();
    this.#newcomersLost = column();
  }

  keep(w: number, kept: number, closing: number): void {
    this.#kept[w] = (this.#kept[w] ?? 0) + kept;
    this.#end[w] = (this.#end[w] ?? 0) + closing;
    this.#customersKept[w] = (this.#customersKept[w] ?? 0) + 1;
  }

  lose(w: number, churn: number): void {
    this.#churn[w] = (this.#churn[w] ?? 0) + churn;
  }

  flow(w: number, expansion: number, contraction: number): void {
    this.#expansion[w] = (this.#expansion[w] ?? 0) + expansion;
    this.#contraction[w] = (this.#contraction[w] ?? 0) + contraction;
  }

  passThrough(w: number, churn: number): void {
    this.#newcomerChurn[w] = (this.#newcomerChurn[w] ?? 0) + churn;
    this.#newcomersLost[w] = (this.#newcomersLost[w] ?? 0) + 1;
  }

  addTo(facts: RevenueFacts, w: number): void {
    facts.kept += this.#kept[w] ?? 0;
    facts.baseEnd += this.#end[w] ?? 0;
    facts.baseExpansion += this.#expansion[w] ?? 0;
    facts.baseContraction += this.#contraction[w] ?? 0;
    facts.baseChurn += this.#churn[w] ?? 0;
    facts.customersKept += this.#customersKept[w] ?? 0;
    facts.newcomerChurn += this.#newcomerChurn[w] ?? 0;
    facts.newcomersLost += this.#newcomersLost[w] ?? 0;
  }
}
