import type { Batch, Item } from './batch.ts';

/** What of a batch is another than what was there. */
export interface Changes<Row> {
  /** What is to be written, the last of each key. */
  readonly written: readonly Row[];
  /** What it takes the place of, rows from earlier in the batch among them. */
  readonly replaced: readonly Row[];
}

/** How rows are told apart. */
interface Identity<Row> {
  readonly keyOf: (row: Row) => string;
  /** Whether two rows of one key say the same. */
  readonly isSame: (before: Row, after: Row) => boolean;
}

/**
 * Holds the rows of a batch against those that are there, in order, and notes what becomes of each: new, in place of one of
 * its key, or just so already.
 *
 * @param stored what is there, by key
 */
export function settleChanges<Row>(
  batch: Batch<unknown>,
  rows: readonly Item<Row>[],
  stored: ReadonlyMap<string, Row>,
  { keyOf, isSame }: Identity<Row>,
): Changes<Row> {
  const written = new Map<string, Row>();
  const replaced: Row[] = [];
  for (const { index, value } of rows) {
    const key = keyOf(value);
    const before = written.get(key) ?? stored.get(key);
    if (before !== undefined && isSame(before, value)) continue;
    batch.settle(index, before === undefined ? 'created' : 'updated');
    if (before !== undefined) replaced.push(before);
    written.set(key, value);
  }
  return { written: [...written.values()], replaced };
}
