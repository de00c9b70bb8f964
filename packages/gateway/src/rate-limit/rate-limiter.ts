import type { Decision, Quota } from './gcra.ts';

/**
 * Counts what keys use of their quotas. One that keeps its counts in memory belongs to one process; servers that share a
 * database can share one that keeps them there.
 */
export interface RateLimiter {
  /**
   * Use some of a key's quota, all of the cost or nothing.
   *
   * @param workspace the workspace that the key belongs to; `null` for addresses, which belong to none
   * @param cost units; 0 asks what is left
   */
  use(workspace: string | null, key: string, quota: Quota, cost: number): Promise<Decision>;
  /** Give back what was not used in the end. */
  refund(workspace: string | null, key: string, quota: Quota, units: number): Promise<void>;
}
