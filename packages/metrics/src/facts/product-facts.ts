/** How the product was used in one window. A user belongs to one account, so users of accounts add up. */
export interface ProductFacts {
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
  /** Seats licensed on the window's last day, and the active users of accounts whose seats are known then. */
  seats: number;
  seatedUsers: number;
  /** Accounts whose seats are known, 0 among them; and those that used the product while nothing is known of theirs. */
  seatedAccounts: number;
  unseatedAccounts: number;
}

/** Facts of nothing at all. */
export function noProductFacts(): ProductFacts {
  return {
    tracked: 0,
    activeUsers: 0,
    userDays: 0,
    possibleDays: 0,
    recentUsers: 0,
    regularUsers: 0,
    seats: 0,
    seatedUsers: 0,
    seatedAccounts: 0,
    unseatedAccounts: 0,
  };
}
