import { partsBefore } from '../../calendar/month-parts.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Window } from '../../metric.ts';

/**
 * An account's balance summed over the time of a window, in annualised minor units times parts of months. This is the
 * definition; {@link balanceTime} is held to it by a test.
 */
export function balanceTimeOfAccount(ledger: Ledger, account: number, window: Window): number {
  const { offsets, days, amounts } = ledger.movements;
  const until = partsBefore(window.end);
  let sum = 0;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day >= window.end) break;
    sum += (amounts[row] ?? 0) * (until - partsBefore(Math.max(day, window.start)));
  }
  return sum;
}

/** The same for many accounts and windows, in one pass over the movements and one over the days. */
export function balanceTime(ledger: Ledger, accounts: Uint32Array, windows: readonly Window[]): Float64Array {
  const first = windows.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const last = windows.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
  if (first >= last) return new Float64Array(windows.length);
  const { offsets, days, amounts } = ledger.movements;
  const moved = new Float64Array(last - first);
  for (const account of accounts) {
    const end = offsets[account + 1] ?? 0;
    for (let row = offsets[account] ?? 0; row < end && (days[row] ?? 0) < last; row++) {
      const at = Math.max((days[row] ?? 0) - first, 0);
      moved[at] = (moved[at] ?? 0) + (amounts[row] ?? 0);
    }
  }
  const before = new Float64Array(moved.length + 1);
  let balance = 0;
  let passed = partsBefore(first);
  for (let at = 0; at < moved.length; at++) {
    balance += moved[at] ?? 0;
    const gone = partsBefore(first + at + 1);
    before[at + 1] = (before[at] ?? 0) + balance * (gone - passed);
    passed = gone;
  }
  return Float64Array.from(windows, ({ start, end }) => (before[end - first] ?? 0) - (before[start - first] ?? 0));
}
