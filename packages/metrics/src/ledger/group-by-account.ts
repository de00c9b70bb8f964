import type { Column } from './column.ts';

/** Rows put together by account, in the order they came. */
export interface Grouping {
  /** `count + 1` entries: account `a` owns rows `offsets[a]` to `offsets[a + 1]`. */
  readonly offsets: Uint32Array;
  /** A column in the new order of rows. */
  arrange<T extends Int32Array | Uint32Array | Uint16Array | Uint8Array | Float64Array>(
    column: Column,
    type: { new (length: number): T },
  ): T;
}

/** A stable counting sort of rows by their account. */
export function groupByAccount(account: Column, count: number): Grouping {
  const offsets = new Uint32Array(count + 1);
  const rows = account.values(account.length);
  for (const index of rows) offsets[index + 1] = (offsets[index + 1] ?? 0) + 1;
  for (let index = 0; index < count; index++) offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0);
  const next = offsets.slice();
  const position = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row++) {
    const index = rows[row] ?? 0;
    position[row] = next[index] ?? 0;
    next[index] = (next[index] ?? 0) + 1;
  }
  return {
    offsets,
    arrange: (column, type) => {
      const arranged = new type(rows.length);
      for (let row = 0; row < rows.length; row++) arranged[position[row] ?? 0] = column.at(row);
      return arranged;
    },
  };
}
