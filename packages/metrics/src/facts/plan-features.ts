import type { Ledger } from '../ledger/ledger.ts';

const none: ReadonlySet<number> = new Set();

/** Which features belong to an account's plan, which is its trait `plan` as it is now. */
export class PlanFeatures {
  readonly #ledger: Ledger;
  readonly #byPlan = new Map<string, ReadonlySet<number>>();

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  /** Places of the features among the ledger's; none for an account without a plan, or with one that has none. */
  of(account: number): ReadonlySet<number> {
    const trait = this.#ledger.accounts.traits.get('plan');
    const plan = trait?.values[trait.codes[account] ?? 0] ?? '';
    if (plan === '') return none;
    const known = this.#byPlan.get(plan);
    if (known !== undefined) return known;
    const features = new Set<number>();
    for (const [place, feature] of this.#ledger.features.entries())
      if (feature.plans.includes(plan)) features.add(place);
    this.#byPlan.set(plan, features);
    return features;
  }
}
