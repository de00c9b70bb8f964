import type { Quota } from './gcra.ts';

/** How much may be asked for over time, in units of weight (about 10 microseconds of processor time each). */
export interface RateLimits {
  /** Of one credential: an API key, or a subject of embed tokens, whichever token it holds. */
  readonly credential: Quota;
  /** Of all credentials of one workspace together. */
  readonly workspace: Quota;
  /** Failed authentications of one client address. */
  readonly failures: Quota;
}

/** The rate limits that hold where `createGateway` is given no others. */
export const defaultRateLimits: RateLimits = {
  credential: { limit: 2_000_000, window: 60 },
  workspace: { limit: 8_000_000, window: 60 },
  failures: { limit: 30, window: 60 },
};
