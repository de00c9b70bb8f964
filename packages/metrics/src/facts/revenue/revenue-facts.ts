/**
 * What happened to recurring revenue in one window. Amounts are annualised minor units, all positive but `fx`; the rest
 * are accounts. "Base" means the accounts that paid at the window's start.
 */
export interface RevenueFacts {
  /** Balance at the start and at the end. `start + new + reactivation + expansion − contraction − churn + fx = end`. */
  start: number;
  end: number;
  new: number;
  reactivation: number;
  expansion: number;
  contraction: number;
  churn: number;
  fx: number;
  /** Σ over accounts of min(start, end). */
  kept: number;
  /** What the base pays at the end. */
  baseEnd: number;
  /** Movements of the base up to the moment an account left, which it may do once. */
  baseExpansion: number;
  baseContraction: number;
  baseChurn: number;
  /** What accounts that came back within the window pay at its end, whether they were in the base or had left before. */
  returned: number;
  /** What accounts that were not in the base and left within the window took with them. */
  newcomerChurn: number;
  customersStart: number;
  customersEnd: number;
  /** Of the base: paying at the end. */
  customersKept: number;
  /** Accounts with a first purchase in the window. */
  customersNew: number;
  /** Accounts not in the base that paid within the window and do not at its end. */
  newcomersLost: number;
  /** Accounts selected, and those of them with an amount left out for want of an exchange rate. */
  accounts: number;
  unconverted: number;
}

/** Facts of nothing at all. */
export function noRevenueFacts(): RevenueFacts {
  return {
    start: 0,
    end: 0,
    new: 0,
    reactivation: 0,
    expansion: 0,
    contraction: 0,
    churn: 0,
    fx: 0,
    kept: 0,
    baseEnd: 0,
    baseExpansion: 0,
    baseContraction: 0,
    baseChurn: 0,
    returned: 0,
    newcomerChurn: 0,
    customersStart: 0,
    customersEnd: 0,
    customersKept: 0,
    customersNew: 0,
    newcomersLost: 0,
    accounts: 0,
    unconverted: 0,
  };
}
