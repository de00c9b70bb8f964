import type { Day } from '../calendar/day.ts';
import type { Ledger } from './ledger.ts';

/** A stage as the ledger knows it, in the order of the lifecycle. */
export interface LedgerStage {
  readonly key: string;
  readonly label: string;
  readonly terminal: boolean;
}

/**
 * The stages of accounts, oldest first: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. Two rows after one another
 * may name the same stage, where it was set by hand and then given to the rules.
 */
export interface StageColumns {
  readonly offsets: Uint32Array;
  /** The first day of the stage. */
  readonly days: Int32Array;
  /** Places in the ledger's lifecycle, counted from 1; 0 for no stage. */
  readonly stages: Uint8Array;
  /** 1 where the stage was set by hand. */
  readonly byHand: Uint8Array;
}

/** The stage of an account on a day. */
export interface StageOnDay {
  /** As in {@link StageColumns}: 0 for none. */
  readonly code: number;
  /** The first day of the stay; NaN for one who was in no stage yet. */
  readonly since: Day;
  readonly byHand: boolean;
}

/** One stay of an account in a stage. */
export interface StageStay {
  readonly code: number;
  readonly from: Day;
  /** The first day on which it is no longer there; `null` while it is. */
  readonly until: Day | null;
  /** Whether it came there by hand. */
  readonly byHand: boolean;
}

/** Code of an account's stage on a day; 0 for none. */
export function stageCodeOn({ stages: { offsets, days, stages } }: Ledger, account: number, day: Day): number {
  const first = offsets[account] ?? 0;
  for (let row = (offsets[account + 1] ?? 0) - 1; row >= first; row--) {
    if ((days[row] ?? 0) <= day) return stages[row] ?? 0;
  }
  return 0;
}

/** The stage of an account on a day, with the day its stay began and who says so. */
export function stageOn({ stages: { offsets, days, stages, byHand } }: Ledger, account: number, day: Day): StageOnDay {
  const first = offsets[account] ?? 0;
  let row = (offsets[account + 1] ?? 0) - 1;
  while (row >= first && (days[row] ?? 0) > day) row--;
  if (row < first) return { code: 0, since: Number.NaN, byHand: false };
  const code = stages[row] ?? 0;
  const hand = byHand[row] === 1;
  while (row > first && stages[row - 1] === code) row--;
  return { code, since: days[row] ?? Number.NaN, byHand: hand };
}

/** Every stay of an account that began by a day, the oldest first; stretches without a stage are left out. */
export function staysBy(
  { stages: { offsets, days, stages, byHand } }: Ledger,
  account: number,
  day: Day,
): readonly StageStay[] {
  const stays: StageStay[] = [];
  const last = offsets[account + 1] ?? 0;
  for (let row = offsets[account] ?? 0; row < last && (days[row] ?? 0) <= day; ) {
    const code = stages[row] ?? 0;
    let next = row + 1;
    while (next < last && stages[next] === code) next++;
    const left = next < last && (days[next] ?? 0) <= day;
    if (code !== 0)
      stays.push({ code, from: days[row] ?? 0, until: left ? (days[next] ?? 0) : null, byHand: byHand[row] === 1 });
    row = next;
  }
  return stays;
}
