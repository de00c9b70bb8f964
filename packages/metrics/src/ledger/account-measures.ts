import type { Day } from '../calendar/day.ts';
import type { LedgerHealthBand } from './health-columns.ts';
import type { Ledger } from './ledger.ts';

/** The health score of an account on a day; NaN where nothing was known. */
export function healthOn(ledger: Ledger, account: number, day: Day): number {
  const row = scoreRow(ledger, account, day);
  return row < 0 ? Number.NaN : (ledger.health.scores[row] ?? Number.NaN);
}

/** Code of the band an account's score falls in on a day, as in the ledger's health columns; 0 without a score. */
export function bandCodeOn(ledger: Ledger, account: number, day: Day): number {
  const row = scoreRow(ledger, account, day);
  return row < 0 ? 0 : (ledger.health.bands[row] ?? 0);
}

/** The band an account's score falls in on a day; `undefined` without a score. */
export function bandOn(ledger: Ledger, account: number, day: Day): LedgerHealthBand | undefined {
  return ledger.healthBands[bandCodeOn(ledger, account, day) - 1];
}

/** The row of the score that stands on a day; -1 where none does yet. */
function scoreRow({ health: { offsets, days } }: Ledger, account: number, day: Day): number {
  const first = offsets[account] ?? 0;
  for (let row = (offsets[account + 1] ?? 0) - 1; row >= first; row--) if ((days[row] ?? 0) <= day) return row;
  return -1;
}

/** The day of an account's first payment, which may lie ahead; NaN for one without any. */
export function firstPaidOn({ movements }: Ledger, account: number): Day {
  const first = movements.offsets[account] ?? 0;
  return first === movements.offsets[account + 1] ? Number.NaN : (movements.days[first] ?? Number.NaN);
}

/** The day on which an account that does not pay on `day` had stopped; NaN for one that pays, or had never paid by then. */
export function churnedOn({ movements }: Ledger, account: number, day: Day): Day {
  const { offsets, days, amounts } = movements;
  let balance = 0;
  let left = Number.NaN;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const on = days[row] ?? 0;
    if (on > day) break;
    balance += amounts[row] ?? 0;
    if (balance <= 0) left = on;
  }
  return balance > 0 ? Number.NaN : left;
}
