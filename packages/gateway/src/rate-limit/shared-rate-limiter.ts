import type { Store } from '@plimsoll/store';
import { decide, type Quota } from './gcra.ts';
import type { RateLimiter } from './rate-limiter.ts';

/**
 * Count in the store's database, for gateways in several processes that share it: a quota is then one for all of them. It takes
 * a statement for each quota of a request, two before and two after.
 */
export function sharedRateLimiter(store: Store, now: () => number = Date.now): RateLimiter {
  const use = (workspace: string | null, key: string, { limit, window }: Quota, units: number) =>
    store.useQuota({ workspace, key, milliseconds: (units * window * 1_000) / limit, window: window * 1_000 });
  return {
    use: async (workspace, key, quota, cost) => {
      const { arrival, allowed } = await use(workspace, key, quota, cost);
      // What is left follows from the arrival time; whether the cost fitted was decided in the database.
      const { decision } = decide(arrival, quota, allowed ? 0 : cost, now());
      return { ...decision, allowed };
    },
    refund: async (workspace, key, quota, units) => {
      await use(workspace, key, quota, -units);
    },
  };
}
