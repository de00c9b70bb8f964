import type { Day } from '../calendar/day.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Window } from '../metric.ts';

/** An account's step from one stage to another; codes as in the ledger's stage columns, 0 for no stage. */
export interface StageMove {
  readonly from: number;
  readonly to: number;
  readonly day: Day;
  /** Days in the stage it left. */
  readonly stayed: number;
}

/** What an account did in a window. */
export interface StageMoves {
  /** Its stage on the day before the window. */
  readonly before: number;
  /** Its stage on the window's last day, and the day it came there; NaN for one that never was in any. */
  readonly after: number;
  readonly since: Day;
  /** Oldest first. */
  readonly moves: readonly StageMove[];
}

/** How an account went from stage to stage in a window. Who it was set by makes no move. */
export function stageMoves({ stages: { offsets, days, stages } }: Ledger, account: number, window: Window): StageMoves {
  const moves: StageMove[] = [];
  let before = 0;
  let code = 0;
  let since = Number.NaN;
  for (let row = offsets[account] ?? 0; row < (offsets[account + 1] ?? 0); row++) {
    const day = days[row] ?? 0;
    if (day >= window.end) break;
    const to = stages[row] ?? 0;
    if (to !== code) {
      if (day >= window.start) moves.push({ from: code, to, day, stayed: day - since });
      code = to;
      since = day;
    }
    if (day < window.start) before = code;
  }
  return { before, after: code, since, moves };
}
