import type { Day } from '../calendar/day.ts';
import type { Ledger } from './ledger.ts';

/** Stands in the column for accounts of which it is not known when they were created. */
export const unknownDay = -(2 ** 31);

/** The day an account was created; NaN where it is not known. */
export function createdOn({ accounts }: Ledger, account: number): Day {
  const day = accounts.created[account] ?? unknownDay;
  return day === unknownDay ? Number.NaN : day;
}
