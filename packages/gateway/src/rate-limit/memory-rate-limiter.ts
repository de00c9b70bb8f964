import { decide, type Quota, refund } from './gcra.ts';
import type { RateLimiter } from './rate-limiter.ts';

/** Keys that are kept; past it those whose quota is whole again go first, and then the oldest. */
const maxKeys = 100_000;

/** Count in this process's memory, for a gateway that runs in one process. */
export function memoryRateLimiter(now: () => number = Date.now): RateLimiter {
  const arrivals = new Map<string, number>();
  const keep = (key: string, arrival: number): void => {
    // The newest come last, so that the oldest are found first.
    arrivals.delete(key);
    if (arrival <= now()) return;
    arrivals.set(key, arrival);
    if (arrivals.size > maxKeys) prune(arrivals, now());
  };
  const keyOf = (workspace: string | null, key: string): string => `${workspace ?? ''} ${key}`;
  return {
    use: async (workspace, key, quota: Quota, cost) => {
      const name = keyOf(workspace, key);
      const { arrival, decision } = decide(arrivals.get(name), quota, cost, now());
      keep(name, arrival);
      return decision;
    },
    refund: async (workspace, key, quota, units) => {
      const name = keyOf(workspace, key);
      const arrival = arrivals.get(name);
      if (arrival !== undefined) keep(name, refund(arrival, quota, units));
    },
  };
}

function prune(arrivals: Map<string, number>, now: number): void {
  for (const [key, arrival] of arrivals) if (arrival <= now) arrivals.delete(key);
  for (const key of arrivals.keys()) {
    if (arrivals.size <= maxKeys * 0.9) break;
    arrivals.delete(key);
  }
}
