import { columnLike, type NumberColumn, type Placement } from '../placement.ts';

/** Rows by account: account `a` owns rows `offsets[a]` to `offsets[a + 1]` of every column. */
export type Histories<Columns> = Columns & { readonly offsets: Uint32Array };

/** Histories as they come from the database, and which of them is whose. */
export interface LoadedHistories<Columns> {
  readonly offsets: Uint32Array;
  readonly columns: Columns;
  /** Accounts by internal id, with their place among the histories. Those without rows are absent. */
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Columns by name. */
export type ColumnSet<Columns> = { readonly [Name in keyof Columns]: NumberColumn };

/**
 * Puts changed accounts' histories in place of those that were there. What lies between is copied in whole runs.
 *
 * @param changed ids of the changed accounts, as they were placed
 */
export function mergeHistories<Columns extends ColumnSet<Columns>>(
  before: Histories<Columns>,
  placement: Placement,
  changed: readonly string[],
  loaded: LoadedHistories<Columns>,
): Histories<Columns> {
  // As most parts of most workspaces are when they are loaded.
  if (loaded.placeOf.size === 0 && before.offsets.at(-1) === 0) return spreadHistories(before, placement);
  const places = Int32Array.from(changed, (id) => loaded.placeOf.get(id) ?? -1);
  if (isSame(before, placement, places, loaded)) return before;
  const offsets = offsetsAfter(before.offsets, placement, places, loaded.offsets);
  const merged: Record<string, NumberColumn> = {};
  for (const name of namesOf(loaded)) {
    const column: NumberColumn = before[name];
    const put: NumberColumn = loaded.columns[name];
    const after = columnLike<NumberColumn>(column, offsets.at(-1) ?? 0);
    forEachRun(placement, (account, from, length) => {
      const at = offsets[account] ?? 0;
      if (from >= 0) after.set(column.subarray(before.offsets[from], before.offsets[from + length]), at);
      else copyRows(put, loaded.offsets, places[~from] ?? -1, after, at);
    });
    merged[name] = after;
  }
  // Each column that there was is there again, of its kind.
  return { ...before, ...merged, offsets } as Histories<Columns>;
}

/** The histories there were, after accounts came in between: those have none yet. */
export function spreadHistories<Columns>(before: Histories<Columns>, placement: Placement): Histories<Columns> {
  if (placement.steady) return before;
  const { source, replaced } = placement;
  const offsets = new Uint32Array(source.length + 1);
  for (let account = 0; account < source.length; account++) {
    const from = source[account] ?? 0;
    const place = from < 0 ? (replaced[~from] ?? -1) : from;
    const length = place < 0 ? 0 : (before.offsets[place + 1] ?? 0) - (before.offsets[place] ?? 0);
    offsets[account + 1] = (offsets[account] ?? 0) + length;
  }
  return { ...before, offsets };
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
    const of = from < 0 ? loaded : before;
    const place = from < 0 ? (places[~from] ?? -1) : from;
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
function isSame<Columns extends ColumnSet<Columns>>(
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
    return namesOf(loaded).every((name) => {
      const column: NumberColumn = before[name];
      const put: NumberColumn = loaded.columns[name];
      for (let row = 0; row < length; row++) {
        if (!Object.is(column[start + row], put[first + row])) return false;
      }
      return true;
    });
  });
}

function namesOf<Columns>({ columns }: LoadedHistories<Columns>): readonly (string & keyof Columns)[] {
  // Object.keys forgets which keys it was given.
  return Object.keys(columns as object) as (string & keyof Columns)[];
}
