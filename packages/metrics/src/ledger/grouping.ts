import type { TraitColumn } from './ledger.ts';
import type { Selection } from './selection.ts';

/** More groups than this are told from each other by their selections alone. */
export const mostGroups = 65_536;

/** The accounts of a selection that share a value. */
export interface Group {
  readonly value: string;
  /** How many they are. */
  readonly count: number;
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
  return { within, groups: [{ value: '', count: within.indices.length, selection: within }], groupOf: inTheFirst };
}

function groupingOf(within: Selection, column: TraitColumn): Grouping {
  const { present, groupOf } = within.everything ? valuesOfAll(column, within) : valuesOf(column, within);
  let sorted: readonly Uint32Array[] | undefined;
  const sort = (): readonly Uint32Array[] => {
    sorted ??= sortByGroup(
      within.indices,
      groupOf,
      present.map(({ count }) => count),
    );
    return sorted;
  };
  const groups = present.map(({ value, count }, place) => ({
    value,
    count,
    selection: new GroupSelection(() => sort()[place] ?? new Uint32Array(), groupOf.length),
  }));
  return { within, groups, groupOf };
}

/** The values of a column that any of some accounts has, how many have each, and by account the place of its own. */
interface ValuesOfAccounts {
  readonly present: readonly Pick<Group, 'value' | 'count'>[];
  readonly groupOf: Uint16Array;
}

// Columns never change.
const ofAll = new WeakMap<TraitColumn, ValuesOfAccounts>();

function valuesOfAll(column: TraitColumn, everything: Selection): ValuesOfAccounts {
  const known = ofAll.get(column);
  if (known !== undefined) return known;
  const values = valuesOf(column, everything);
  ofAll.set(column, values);
  return values;
}

function valuesOf({ codes, values }: TraitColumn, { indices }: Selection): ValuesOfAccounts {
  const counts = new Uint32Array(values.length);
  for (let index = 0; index < indices.length; index++) {
    const code = codes[indices[index] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  const present = values.flatMap((value, code) => (counts[code] ? [{ value, code, count: counts[code] }] : []));
  const placeOf = new Uint16Array(values.length);
  present.forEach(({ code }, place) => {
    placeOf[code] = place;
  });
  const groupOf = new Uint16Array(codes.length);
  for (let index = 0; index < indices.length; index++) {
    const account = indices[index] ?? 0;
    groupOf[account] = placeOf[codes[account] ?? 0] ?? 0;
  }
  return { present, groupOf };
}

/** The accounts of each group, ascending. */
function sortByGroup(accounts: Uint32Array, groupOf: Uint16Array, sizes: readonly number[]): readonly Uint32Array[] {
  const sorted = sizes.map((size) => new Uint32Array(size));
  const next = new Uint32Array(sizes.length);
  for (let index = 0; index < accounts.length; index++) {
    const account = accounts[index] ?? 0;
    const group = groupOf[account] ?? 0;
    const into = sorted[group];
    const place = next[group] ?? 0;
    if (into !== undefined) into[place] = account;
    next[group] = place + 1;
  }
  return sorted;
}

/** Some accounts, found when they are asked for: where all groups are read in one pass nobody asks for them. */
class GroupSelection implements Selection {
  readonly everything = false;
  readonly #find: () => Uint32Array;
  readonly #count: number;

  constructor(find: () => Uint32Array, count: number) {
    this.#find = find;
    this.#count = count;
  }

  get indices(): Uint32Array {
    return this.#find();
  }

  /** Made anew each time: those of two hundred groups would fill a memory. */
  get mask(): Uint8Array {
    const mask = new Uint8Array(this.#count);
    for (const account of this.indices) mask[account] = 1;
    return mask;
  }
}
