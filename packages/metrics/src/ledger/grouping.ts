import type { TraitColumn } from './ledger.ts';
import type { Selection } from './selection.ts';

/** More groups than this are told from each other by their selections alone. */
export const mostGroups = 65_536;

/** The accounts of a selection that share a value. */
export interface Group {
  readonly value: string;
  readonly selection: Selection;
}

/** A selection in groups that hold each of its accounts once. */
export interface Grouping {
  readonly within: Selection;
  readonly groups: readonly Group[];
  /** By account: the place of its group among them, where those are no more than {@link mostGroups}; 0 for accounts that are in none. */
  readonly groupOf: Uint16Array;
}

// What is read of the groups of a selection is kept with them, for the metrics that are asked of the same groups next.
const kept = new WeakMap<Selection, { readonly column: TraitColumn; readonly grouping: Grouping }>();

/**
 * The accounts of `within` by their value of a column, all in one pass: each value that any of them has, in the order of
 * the column's codes, with those that have it.
 */
export function groupBy(within: Selection, column: TraitColumn): Grouping {
  const known = kept.get(within);
  if (known?.column === column) return known.grouping;
  const grouping = groupingOf(within, column);
  kept.set(within, { column, grouping });
  return grouping;
}

let inTheFirst = new Uint16Array();

/** A selection as one group of a ledger with so many accounts. */
export function oneGroup(within: Selection, count: number): Grouping {
  if (inTheFirst.length < count) inTheFirst = new Uint16Array(count);
  return { within, groups: [{ value: '', selection: within }], groupOf: inTheFirst };
}

function groupingOf(within: Selection, { codes, values }: TraitColumn): Grouping {
  const { indices } = within;
  const starts = new Uint32Array(values.length + 1);
  for (let index = 0; index < indices.length; index++) {
    const next = (codes[indices[index] ?? 0] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let code = 0; code < values.length; code++) starts[code + 1] = (starts[code + 1] ?? 0) + (starts[code] ?? 0);
  const present = values.flatMap((value, code) => (starts[code] === starts[code + 1] ? [] : [{ value, code }]));
  const placeOf = new Uint32Array(values.length);
  present.forEach(({ code }, place) => {
    placeOf[code] = place;
  });
  const next = starts.slice();
  const sorted = new Uint32Array(indices.length);
  const groupOf = new Uint16Array(codes.length);
  for (let index = 0; index < indices.length; index++) {
    const account = indices[index] ?? 0;
    const code = codes[account] ?? 0;
    const place = next[code] ?? 0;
    sorted[place] = account;
    next[code] = place + 1;
    groupOf[account] = placeOf[code] ?? 0;
  }
  const groups = present.map(({ value, code }) => ({
    value,
    selection: new GroupSelection(sorted.subarray(starts[code], starts[code + 1]), codes.length),
  }));
  return { within, groups, groupOf };
}

/** Some accounts, whose marks are made when they are asked for: those of two hundred groups would fill a memory. */
class GroupSelection implements Selection {
  readonly indices: Uint32Array;
  readonly everything = false;
  readonly #count: number;

  constructor(indices: Uint32Array, count: number) {
    this.indices = indices;
    this.#count = count;
  }

  get mask(): Uint8Array {
    const mask = new Uint8Array(this.#count);
    for (const account of this.indices) mask[account] = 1;
    return mask;
  }
}
