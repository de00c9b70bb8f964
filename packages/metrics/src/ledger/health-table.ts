import type { Day } from '../calendar/day.ts';
import { Column } from './column.ts';
import { groupByAccount } from './group-by-account.ts';
import { bandCodes, type HealthColumns, type LedgerHealthBand } from './health-columns.ts';

/** Health scores on their way into a ledger. */
export class HealthTable {
  readonly #account = new Column();
  readonly #day = new Column();
  readonly #score = new Column();
  readonly #coverage = new Column();

  push(account: number, day: Day, score: number | null, coverage: number): void {
    this.#account.push(account);
    this.#day.push(day);
    this.#score.push(score ?? Number.NaN);
    this.#coverage.push(coverage);
  }

  /** The rows by their account, of `count` accounts, each in the one of `bands` that its score falls in. */
  byAccount(count: number, bands: readonly LedgerHealthBand[]): HealthColumns {
    const { offsets, arrange } = groupByAccount(this.#account, count);
    const scores = arrange(this.#score, Float64Array);
    return {
      offsets,
      days: arrange(this.#day, Int32Array),
      scores,
      coverages: arrange(this.#coverage, Float64Array),
      bands: bandCodes(bands, scores),
    };
  }
}
