/** How much may be used: `limit` units at once, which become free again evenly over `window` seconds. */
export interface Quota {
  readonly limit: number;
  readonly window: number;
}

/** What became of an attempt to use some of a quota. */
export interface Decision {
  readonly allowed: boolean;
  /** Whole units that are left now. */
  readonly remaining: number;
  /** Seconds until all of the quota is free again, rounded up. */
  readonly reset: number;
  /** Seconds until the attempt would be allowed, rounded up; 0 where it was. */
  readonly retryAfter: number;
}

/**
 * Decide by the generic cell rate algorithm (GCRA): one instant per key, the theoretical arrival time, says when everything that
 * was used will be free again.
 *
 * @param arrival the key's theoretical arrival time in milliseconds since 1970; `undefined` where nothing was used
 * @param cost units to use; 0 asks what is left
 * @returns the decision, and the arrival time to keep where it is allowed
 * @see https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */
export function decide(
  arrival: number | undefined,
  { limit, window }: Quota,
  cost: number,
  now: number,
): { readonly decision: Decision; readonly arrival: number } {
  const unit = (window * 1_000) / limit;
  const before = Math.max(arrival ?? now, now);
  const after = before + cost * unit;
  // Where the window is used up, the attempt is early by what is beyond it.
  const early = after - now - window * 1_000;
  const allowed = early <= 0;
  const kept = allowed ? after : before;
  return {
    arrival: kept,
    decision: {
      allowed,
      // Instants are fractions of milliseconds, and a whole unit must not be lost by a rounding error.
      remaining: Math.max(0, Math.floor((window * 1_000 - (kept - now)) / unit + 0.05)),
      reset: Math.ceil((kept - now) / 1_000),
      retryAfter: allowed ? 0 : Math.max(1, Math.ceil(early / 1_000)),
    },
  };
}

/** Give back units that were not used. @returns the arrival time to keep */
export function refund(arrival: number, { limit, window }: Quota, units: number): number {
  return arrival - (units * window * 1_000) / limit;
}
