import type { Day } from '../../calendar/day.ts';
import type { Ledger, TraitColumn } from '../../ledger/ledger.ts';
import { traitColumn } from '../../ledger/trait-history.ts';

const none: ReadonlySet<number> = new Set();

/** Which features belong to an account's plan, which is its trait `plan` as it was on a day. */
export class PlanFeatures {
  readonly #ledger: Ledger;
  readonly #byPlan = new Map<string, ReadonlySet<number>>();
  // Accounts are asked for one after the other, all of them for the same day.
  #day: Day = Number.NaN;
  #plans: TraitColumn | undefined;

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Places of the features among the ledger's; none for an account without a plan, or with one that has none. */
  of(account: number, on: Day): ReadonlySet<number> {
    const plan = this.#planOf(account, on);
    if (plan === '') return none;
    const known = this.#byPlan.get(plan);
    if (known !== undefined) return known;
    const features = new Set<number>();
    for (const [place, feature] of this.#ledger.features.entries())
      if (feature.plans.includes(plan)) features.add(place);
    this.#byPlan.set(plan, features);
    return features;
  }

  #planOf(account: number, on: Day): string {
    if (this.#plans === undefined || this.#day !== on) this.#plans = traitColumn(this.#ledger, 'plan', on);
    this.#day = on;
    return this.#plans.values[this.#plans.codes[account] ?? 0] ?? '';
  }
}
