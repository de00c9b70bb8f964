/** How the product was used in one window. A user belongs to one account, so users of accounts add up. */
export interface ProductFacts {
  /** Accounts selected; and as many where the question names a feature that is known, else 0. */
  accounts: number;
  asked: number;
  /** Accounts selected, once usage is known of anybody; 0 before. */
  tracked: number;
  /** Users active on at least one day. */
  activeUsers: number;
  /** Days on which a user was active, over all users. */
  userDays: number;
  /** Days on which the active users could have been: their number × the days of the window that have come. */
  possibleDays: number;
  /** Users active in the policy's weeks up to the window's end, and those active in as many of them as it asks for. */
  recentUsers: number;
  regularUsers: number;
  /** Weeks in which a user was active, over all users, of those that fit into the window; and how many they could be. */
  userWeeks: number;
  possibleWeeks: number;
  /** Seats licensed on the window's last day, and the active users of accounts whose seats are known then. */
  seats: number;
  seatedUsers: number;
  /** Accounts whose seats are known, 0 among them; and those that used the product while nothing is known of theirs. */
  seatedAccounts: number;
  unseatedAccounts: number;
  /** Users of the feature that the question names. */
  featureUsers: number;
  /** Over accounts that pay at the window's end or were active in it: features in their plans, and of those the used. */
  featuresInPlan: number;
  featuresUsed: number;
  /** Those accounts with features in their plan, and without. */
  plannedAccounts: number;
  planlessAccounts: number;
}

/** Facts of nothing at all. */
export function noProductFacts(): ProductFacts {
  return {
    accounts: 0,
    asked: 0,
    tracked: 0,
    activeUsers: 0,
    userDays: 0,
    possibleDays: 0,
    recentUsers: 0,
    regularUsers: 0,
    userWeeks: 0,
    possibleWeeks: 0,
    seats: 0,
    seatedUsers: 0,
    seatedAccounts: 0,
    unseatedAccounts: 0,
    featureUsers: 0,
    featuresInPlan: 0,
    featuresUsed: 0,
    plannedAccounts: 0,
    planlessAccounts: 0,
  };
}
