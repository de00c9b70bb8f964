import type { Day } from '../calendar/day.ts';
import type { Ledger } from './ledger.ts';

/** The health score of an account on a day; NaN where nothing was known. */
export function healthOn({ health }: Ledger, account: number, day: Day): number {
  const { offsets, days, scores } = health;
  for (let row = (offsets[account + 1] ?? 0) - 1; row >= (offsets[account] ?? 0); row--) {
    if ((days[row] ?? 0) <= day) return scores[row] ?? Number.NaN;
  }
  return Number.NaN;
}

/** The day of an account's first payment, which may lie ahead; NaN for one without any. */
export function firstPaidOn({ movements }: Ledger, account: number): Day {
  const first = movements.offsets[account] ?? 0;
  return first === movements.offsets[account + 1] ? Number.NaN : (movements.days[first] ?? Number.NaN);
}
