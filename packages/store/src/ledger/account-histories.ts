import { columnLike, type NumberColumn, type Placement } from './placement.ts';

/** Rows by account: account `a` owns rows `offsets[a]` to `offsets[a + 1]` of every column. */
export interface Histories<Columns> {
  readonly offsets: Uint32Array;
  readonly columns: Columns;
}

/** Histories as they come from the database, and which of them is whose. */
export interface LoadedHistories<Columns> extends Histories<Columns> {
  /** Accounts by internal id, with their place among the histories. Those without rows are absent. */
  readonly placeOf: ReadonlyMap<string, number>;
}

type ColumnSet = Readonly<Record<string, NumberColumn>>;

/**
 * Puts changed accounts' histories in place of those that were there. What lies between is copied in whole runs.
 *
 * @param changed ids of the changed accounts, as they were placed
 */
export function mergeHistories<Columns extends ColumnSet>(
  before: Histories<Columns>,
  placement: Placement,
  changed: readonly string[],
  loaded: LoadedHistories<Columns>,
): Histories<Columns> {
  const places = Int32Array.from(changed, (id) => loaded.placeOf.get(id) ?? -1);
  if (isSame(before, placement, places, loaded)) return before;
  const offsets = offsetsAfter(before.offsets, placement, places, loaded.offsets);
  const columns = Object.fromEntries(
    Object.entries(before.columns).map(([name, column]) => {
      const after = columnLike(column, offsets.at(-1) ?? 0);
      const put = loaded.columns[name] ?? column;
      forEachRun(placement, (account, from, length) => {
        const at = offsets[account] ?? 0;
        if (from >= 0) after.set(column.subarray(before.offsets[from], before.offsets[from + length]), at);
        else copyRows(put, loaded.offsets, places[~from] ?? -1, after, at);
      });
      return [name, after];
    }),
  );
  // Each column keeps its name and its kind.
  return { offsets, columns: columns as Columns };
}

function offsetsAfter(
  before: Uint32Array,
  { source }: Placement,
  places: Int32Array,
  loaded: Uint32Array,
): Uint32Array {
  const offsets = new Uint32Array(source.length + 1);
  for (let account = 0; account < source.length; account++) {
    const from = source[account] ?? 0;
    const [of, place] = from < 0 ? [loaded, places[~from] ?? -1] : [before, from];
    const length = place < 0 ? 0 : (of[place + 1] ?? 0) - (of[place] ?? 0);
    offsets[account + 1] = (offsets[account] ?? 0) + length;
  }
  return offsets;
}

/** Tells of every stretch of accounts that stayed, and of every account that was put. */
function forEachRun({ source }: Placement, tell: (account: number, from: number, length: number) => void): void {
  for (let account = 0; account < source.length; ) {
    const from = source[account] ?? 0;
    let length = 1;
    if (from >= 0) while (source[account + length] === from + length) length++;
    tell(account, from, length);
    account += length;
  }
}

function copyRows(column: NumberColumn, offsets: Uint32Array, place: number, into: NumberColumn, at: number): void {
  if (place < 0) return;
  const first = offsets[place] ?? 0;
  for (let row = first; row < (offsets[place + 1] ?? 0); row++) into[at + row - first] = column[row] ?? 0;
}

/** Whether nothing differs, as after a write to something else of the same accounts: the columns are then shared. */
function isSame<Columns extends ColumnSet>(
  before: Histories<Columns>,
  { replaced, steady }: Placement,
  places: Int32Array,
  loaded: LoadedHistories<Columns>,
): boolean {
  if (!steady) return false;
  return replaced.every((account, index) => {
    const place = places[index] ?? -1;
    const start = before.offsets[account] ?? 0;
    const length = (before.offsets[account + 1] ?? 0) - start;
    if (place < 0) return length === 0;
    const first = loaded.offsets[place] ?? 0;
    if ((loaded.offsets[place + 1] ?? 0) - first !== length) return false;
    return Object.entries(before.columns).every(([name, column]) => {
      for (let row = 0; row < length; row++) {
        if (!Object.is(column[start + row], loaded.columns[name]?.[first + row])) return false;
      }
      return true;
    });
  });
}
