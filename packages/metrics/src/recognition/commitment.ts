import type { Day } from '../calendar/day.ts';
import type { Level } from '../movements/account-movements.ts';

/** What is known of an account's future from a day until the next of these. Annualised minor units, reporting currency. */
export interface Commitment {
  readonly day: Day;
  /** The part of what it pays that somebody asked to cancel and that has not ended yet; 0 up to all of it. */
  readonly setToCancel: number;
  /** What is signed and starts later; negative where a smaller plan was signed in place of what it pays. */
  readonly signed: number;
}

/** Puts two courses of levels together: one entry for each day on which either changes. */
export function joinLevels(setToCancel: readonly Level[], signed: readonly Level[]): readonly Commitment[] {
  const days = new Set([...setToCancel, ...signed].map(({ day }) => day));
  return [...days]
    .sort((a, b) => a - b)
    .map((day) => ({ day, setToCancel: levelOn(setToCancel, day), signed: levelOn(signed, day) }));
}

function levelOn(levels: readonly Level[], day: Day): number {
  return levels.findLast((level) => level.day <= day)?.amount ?? 0;
}
