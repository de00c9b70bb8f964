import type { UsageColumns } from '../../ledger/ledger.ts';
import { firstRowFrom } from './usage-range.ts';

/** How many users of an account were active in the weeks that were looked at, and in enough of them. */
export interface WeeklyUsers {
  readonly recent: number;
  readonly regular: number;
  /** Weeks in which a user was active, over all users. */
  readonly userWeeks: number;
}

/**
 * Counts an account's users by the number of weeks they were active in.
 *
 * @param end the day after the last; the weeks are seven days each, counted back from it
 * @param weeks how many weeks back
 * @param atLeast in how many of them a regular user was active
 */
export function weeklyUsers(
  usage: UsageColumns,
  account: number,
  end: number,
  weeks: number,
  atLeast: number,
): WeeklyUsers {
  const until = usage.offsets[account + 1] ?? 0;
  const lastWeek = new Map<number, number>();
  const activeWeeks = new Map<number, number>();
  let regular = 0;
  let userWeeks = 0;
  for (let row = firstRowFrom(usage, account, end - 7 * weeks); row < until; row++) {
    const day = usage.days[row] ?? 0;
    if (day >= end) break;
    const user = usage.users[row] ?? 0;
    const week = Math.floor((end - 1 - day) / 7);
    if (lastWeek.get(user) === week) continue;
    lastWeek.set(user, week);
    const active = (activeWeeks.get(user) ?? 0) + 1;
    activeWeeks.set(user, active);
    userWeeks++;
    if (active === atLeast) regular++;
  }
  return { recent: activeWeeks.size, regular, userWeeks };
}
