/** What came up for renewal in one window. Amounts are annual minor units; every number is additive over accounts. */
export interface RenewalFacts {
  /** Of contracts whose renewal day has come and that are decided: renewed, lost, or not renewed by the window's end. */
  due: number;
  /** Of those: what was renewed by then, of each contract no more than was due. */
  renewed: number;
  /** What renewals brought on top. */
  expanded: number;
  dueContracts: number;
  renewedContracts: number;
  /** Accounts with a contract that was due, and those of them that renewed any. */
  dueAccounts: number;
  renewedAccounts: number;
  /** Of contracts whose day has come in a period that is not over, and of which nothing is known yet. */
  open: number;
  openContracts: number;
  /** Of contracts with their renewal day in the whole period, days to come included, that nobody has decided yet. */
  undecided: number;
  /** Contracts left out because no exchange rate was known. */
  unconverted: number;
  /** Recurring revenue at the window's end. */
  revenue: number;
  /** The part of it held by accounts whose health is in a bad band. */
  revenueAtRisk: number;
  /** The part of `undecided` held by those accounts. */
  undecidedAtRisk: number;
  /** Paying accounts in a bad band, with any score, and without one. */
  accountsAtRisk: number;
  scored: number;
  unscored: number;
}

/** Facts of nothing at all. */
export function noRenewalFacts(): RenewalFacts {
  return {
    due: 0,
    renewed: 0,
    expanded: 0,
    dueContracts: 0,
    renewedContracts: 0,
    dueAccounts: 0,
    renewedAccounts: 0,
    open: 0,
    openContracts: 0,
    undecided: 0,
    unconverted: 0,
    revenue: 0,
    revenueAtRisk: 0,
    undecidedAtRisk: 0,
    accountsAtRisk: 0,
    scored: 0,
    unscored: 0,
  };
}
