import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import type { StageColumns } from './stage-columns.ts';

/** Stages of accounts on their way into a ledger. */
export class StageRows {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #stage = new Column();
  readonly #byHand = new Column();

  /** Adds a stage by its code; those of one account must come oldest first. */
  push(account: number, day: Day, stage: number, byHand: boolean): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#stage.push(stage);
    this.#byHand.push(byHand ? 1 : 0);
  }

  /** The rows by their account, of `count` accounts. */
  byAccount(count: number): StageColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      stages: arrange(this.#stage, Uint8Array),
      byHand: arrange(this.#byHand, Uint8Array),
    };
  }
}
