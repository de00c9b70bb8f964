import type { Day } from '../calendar/day.ts';
import { countsAsNew } from '../facts/revenue/revenue-of-account.ts';
import type { Question } from '../metric.ts';
import { type MovementKind, movementCode, movementKinds } from '../movements/movement.ts';

/** Visits an account's movements from a day up to, but not including, another, as the question's policy calls them. */
export function eachMovement(
  { ledger, policy }: Question,
  account: number,
  from: Day,
  until: Day,
  visit: (day: Day, kind: MovementKind, amount: number) => void,
): void {
  const { offsets, days, kinds, amounts } = ledger.movements;
  let leftOn = Number.NEGATIVE_INFINITY;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day >= until) return;
    const code = kinds[row] ?? movementCode.FX;
    if (day >= from) {
      const returned = code === movementCode.REACTIVATION && countsAsNew(code, day - leftOn, policy);
      visit(day, returned ? 'NEW' : (movementKinds[code] ?? 'FX'), amounts[row] ?? 0);
    }
    if (code === movementCode.CHURN) leftOn = day;
  }
}
