/** Where rows stand after some were put in place of others or between them. Row `n` of what was put has the code `~n`. */
export interface Placement {
  /** By the row's place now: its place before where it stayed as it was (0 or more), else the code of what was put. */
  readonly source: Int32Array;
  /** By what was put: the place before of the row that it replaces, -1 for a new one. */
  readonly replaced: Int32Array;
  /** Whether nothing came in between, so that every row has the place it had. */
  readonly steady: boolean;
}

/**
 * Puts rows into an ordered list.
 *
 * @param count rows before
 * @param positions by what is put, ascending: the place that it takes or comes before
 * @param replaces by what is put: whether it replaces the row at its place
 */
export function place(count: number, positions: Int32Array, replaces: readonly boolean[]): Placement {
  const added = replaces.reduce((sum, replaced) => sum + (replaced ? 0 : 1), 0);
  const source = new Int32Array(count + added);
  let next = 0;
  let before = 0;
  for (let put = 0; put < positions.length; put++) {
    while (before < (positions[put] ?? 0)) source[next++] = before++;
    source[next++] = ~put;
    if (replaces[put] === true) before++;
  }
  while (before < count) source[next++] = before++;
  const replaced = positions.map((position, put) => (replaces[put] === true ? position : -1));
  return { source, replaced, steady: added === 0 };
}

/** A list as it stands after a placement: what stayed, and what was put by its number. */
export function arrange<T>(
  { source, replaced, steady }: Placement,
  before: readonly T[],
  put: (index: number) => T,
): readonly T[] {
  if (steady && replaced.every((at, index) => before[at] === put(index))) return before;
  const after: T[] = [];
  // A place before is the place of a row that was there.
  for (const from of source) after.push(from < 0 ? put(~from) : (before[from] as T));
  return after;
}

/** The same for a column of numbers. */
export function arrangeNumbers<Column extends NumberColumn>(
  { source, replaced, steady }: Placement,
  before: Column,
  put: (index: number) => number,
): Column {
  if (steady && replaced.every((at, index) => before[at] === put(index))) return before;
  const after = columnLike(before, source.length);
  for (let row = 0; row < source.length; row++) {
    const from = source[row] ?? 0;
    after[row] = from < 0 ? put(~from) : (before[from] ?? 0);
  }
  return after;
}

/** By their places before, where rows stand now; `undefined` where they all stand where they did. */
export function movesOf({ source, replaced, steady }: Placement): Int32Array | undefined {
  if (steady) return undefined;
  const moves = new Int32Array(source.length);
  for (let row = 0; row < source.length; row++) {
    const from = source[row] ?? 0;
    const before = from < 0 ? (replaced[~from] ?? -1) : from;
    if (before >= 0) moves[before] = row;
  }
  return moves;
}

/** The columns that a ledger is made of. */
export type NumberColumn = Float64Array | Int32Array | Int16Array | Uint32Array | Uint16Array | Uint8Array;

/** A column of the same kind, of zeros. */
export function columnLike<Column extends NumberColumn>(column: Column, length: number): Column {
  // A typed array's constructor makes its own kind; the language does not say so in types.
  return new (column.constructor as new (length: number) => Column)(length);
}
