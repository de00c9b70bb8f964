import type { Question, Window } from '../metric.ts';
import { movementCode } from '../movements/movement.ts';
import { BaseRevenue } from './base-revenue.ts';
import { Newcomers } from './newcomers.ts';
import { RangeSums } from './range-sums.ts';
import { noRevenueFacts, type RevenueFacts } from './revenue-facts.ts';
import { addRevenueOfAccount } from './revenue-of-account.ts';
import { type WindowRanges, windowRanges } from './window-ranges.ts';

/** The facts that a scan sums over ranges of windows. */
const summed = [
  'start',
  'end',
  'new',
  'reactivation',
  'expansion',
  'contraction',
  'churn',
  'fx',
  'kept',
  'baseEnd',
  'baseExpansion',
  'baseContraction',
  'baseChurn',
  'returned',
  'newcomerChurn',
  'customersStart',
  'customersEnd',
  'customersKept',
  'customersNew',
  'newcomersLost',
] as const satisfies readonly (keyof RevenueFacts)[];

type Sums = Readonly<Record<(typeof summed)[number], RangeSums>>;

/**
 * Revenue facts of a selection for many windows in one pass over its movements.
 *
 * Whatever happens to an account matters to windows that are neighbours, so each movement is a few ranges to add to,
 * whether there are two windows or two hundred. The long way round, window by window, is left for windows in no order
 * and for accounts whose return a policy takes for a new customer.
 */
export function scanRevenue(question: Question, windows: readonly Window[]): readonly RevenueFacts[] {
  const ranges = windowRanges(windows);
  if (ranges === undefined) return windows.flatMap((window) => scanRevenue(question, [window]));
  const { ledger, selection, policy } = question;
  const facts = windows.map(noRevenueFacts);
  const scan = new Scan(question, ranges);
  for (const account of selection.indices) {
    if (scan.add(account)) continue;
    windows.forEach((window, index) => {
      const into = facts[index];
      if (into !== undefined) addRevenueOfAccount(into, ledger, account, window, policy);
    });
  }
  scan.addTo(facts);
  return facts;
}

/** One pass over a ledger. */
class Scan {
  readonly #question: Question;
  readonly #ranges: WindowRanges;
  readonly #sums: Sums;
  readonly #base: BaseRevenue;
  readonly #newcomers: Newcomers;
  #accounts = 0;
  #unconverted = 0;

  constructor(question: Question, ranges: WindowRanges) {
    this.#question = question;
    this.#ranges = ranges;
    // Object.fromEntries forgets which keys it was given.
    this.#sums = Object.fromEntries(summed.map((fact) => [fact, new RangeSums(ranges.count)])) as Sums;
    this.#base = new BaseRevenue(ranges.count, this.#sums);
    this.#newcomers = new Newcomers(ranges.count, this.#sums);
  }

  /** Adds one account's history. `false`, having added nothing, where the policy takes one of its returns for new. */
  add(account: number): boolean {
    const { ledger, policy } = this.#question;
    const { offsets, days, kinds, amounts } = ledger.movements;
    const { bounds, startingAt, endingAt, count } = this.#ranges;
    const sums = this.#sums;
    const first = bounds[0] ?? 0;
    const last = bounds[bounds.length - 1] ?? 0;
    const end = offsets[account + 1] ?? 0;
    let row = offsets[account] ?? 0;
    if (policy.reactivationWindowDays !== null && returnsWithin(kinds, days, row, end, last)) return false;
    let balance = 0;
    for (; row < end && (days[row] ?? 0) < first; row++) balance += amounts[row] ?? 0;

    this.#accounts++;
    this.#unconverted += ledger.accounts.unconverted[account] ?? 0;
    this.#base.begin(balance);
    this.#newcomers.begin();
    // The windows that begin while it pays, without having left since: from here on, until it leaves.
    let baseFrom = count;
    // The windows that begin before its latest return: what it pays at their end is what came back.
    let returnedUntil = 0;
    if (balance > 0) {
      baseFrom = 0;
      this.#newcomers.paysAlready();
      sums.start.addFrom(0, balance);
      sums.end.addFrom(0, balance);
      sums.customersStart.addFrom(0, 1);
      sums.customersEnd.addFrom(0, 1);
    }
    for (let bound = 0; row < end && (days[row] ?? 0) < last; row++) {
      while ((bounds[bound] ?? last) <= (days[row] ?? 0)) bound++;
      // A window holds the movement when it ends after it and begins before it: from `ending` up to `starting`.
      const starting = startingAt[bound] ?? count;
      const ending = endingAt[bound] ?? count;
      const amount = amounts[row] ?? 0;
      balance += amount;
      sums.start.addFrom(starting, amount);
      sums.end.addFrom(ending, amount);
      this.#base.moved(starting, ending, balance);
      switch (kinds[row]) {
        case movementCode.NEW:
        case movementCode.REACTIVATION:
          if (kinds[row] === movementCode.NEW) {
            sums.new.add(ending, starting, amount);
            sums.customersNew.add(ending, starting, 1);
          } else {
            sums.reactivation.add(ending, starting, amount);
            returnedUntil = starting;
          }
          sums.customersStart.addFrom(starting, 1);
          sums.customersEnd.addFrom(ending, 1);
          this.#newcomers.came(starting, ending);
          baseFrom = starting;
          break;
        case movementCode.EXPANSION:
          sums.expansion.add(ending, starting, amount);
          sums.baseExpansion.add(Math.max(ending, baseFrom), starting, amount);
          break;
        case movementCode.CONTRACTION:
          sums.contraction.add(ending, starting, -amount);
          sums.baseContraction.add(Math.max(ending, baseFrom), starting, -amount);
          break;
        case movementCode.CHURN:
          sums.churn.add(ending, starting, -amount);
          sums.baseChurn.add(Math.max(ending, baseFrom), starting, -amount);
          sums.customersStart.addFrom(starting, -1);
          sums.customersEnd.addFrom(ending, -1);
          this.#newcomers.left(starting, ending, -amount);
          break;
        default:
          sums.fx.add(ending, starting, amount);
      }
      sums.returned.add(ending, returnedUntil, amount);
    }
    this.#base.finish();
    this.#newcomers.finish();
    return true;
  }

  /** Adds what was found to the facts of each window. */
  addTo(facts: readonly RevenueFacts[]): void {
    for (const fact of summed) {
      const totals = this.#sums[fact].totals();
      facts.forEach((into, window) => {
        into[fact] += totals[window] ?? 0;
      });
    }
    for (const into of facts) {
      into.accounts += this.#accounts;
      into.unconverted += this.#unconverted;
    }
  }
}

function returnsWithin(kinds: Uint8Array, days: Int32Array, from: number, to: number, last: number): boolean {
  for (let row = from; row < to && (days[row] ?? 0) < last; row++) {
    if (kinds[row] === movementCode.REACTIVATION) return true;
  }
  return false;
}
