import { describe, expect, it } from 'vitest';
import { decide, type Quota, refund } from './gcra.ts';

const quota: Quota = { limit: 10, window: 60 };
const noon = Date.parse('2026-11-21T12:00:00Z');

describe('decide', () => {
  it('lets the whole quota be used at once, and not one more', () => {
    const all = decide(undefined, quota, 10, noon);
    expect(all.decision).toEqual({ allowed: true, remaining: 0, reset: 60, retryAfter: 0 });
    const past = decide(all.arrival, quota, 1, noon);
    expect(past.decision).toEqual({ allowed: false, remaining: 0, reset: 60, retryAfter: 6 });
    expect(past.arrival).toBe(all.arrival);
    expect(decide(undefined, quota, 11, noon).decision.allowed).toBe(false);
  });

  it('frees a tenth of the quota in a tenth of the window', () => {
    const { arrival } = decide(undefined, quota, 10, noon);
    expect(decide(arrival, quota, 1, noon + 5_999).decision.allowed).toBe(false);
    const later = decide(arrival, quota, 1, noon + 6_000);
    expect(later.decision).toEqual({ allowed: true, remaining: 0, reset: 60, retryAfter: 0 });
    expect(decide(later.arrival, quota, 10, noon + 66_000).decision.allowed).toBe(true);
  });

  it('asks what is left where it costs nothing', () => {
    const { arrival } = decide(undefined, quota, 4, noon);
    expect(decide(arrival, quota, 0, noon).decision.remaining).toBe(6);
  });

  it('gives back what was not used', () => {
    const { arrival } = decide(undefined, quota, 10, noon);
    expect(decide(refund(arrival, quota, 7), quota, 0, noon).decision.remaining).toBe(7);
  });

  it('never lets more through than the quota and what was freed meanwhile', () => {
    // Requests of 3 every second, of a quota of 10 with a sixth of a unit freed a second.
    let arrival: number | undefined;
    let used = 0;
    for (let second = 0; second < 600; second++) {
      const next = decide(arrival, quota, 3, noon + second * 1_000);
      if (next.decision.allowed) used += 3;
      arrival = next.arrival;
      expect(used).toBeLessThanOrEqual(10 + (second * 10) / 60);
    }
    expect(used).toBeGreaterThanOrEqual(105);
  });
});
