import type { Cell } from './cell.ts';
import { RowRejection } from './import-kind.ts';
import type { Mapping } from './mapping.ts';
import type { FoundRow, KindShape } from './row-reader.ts';

/** How many names that were left out are kept to tell of. */
const mostIgnored = 50;

/** What an object holds of a kind. */
export type Assigned = Pick<Extract<FoundRow, { readonly kind: 'row' }>, 'row' | 'traits'>;

/** Finds the columns of a kind among an object's keys. Case and surrounding space do not matter. @throws RowRejection */
export function assignKeys(
  values: ReadonlyMap<string, Cell>,
  kind: KindShape,
  mapping: Mapping,
  ignored: Set<string>,
): Assigned {
  const keys = new Map<string, string>();
  for (const key of values.keys()) {
    const name = key.trim().toLowerCase();
    if (keys.has(name))
      throw new RowRejection(name, `"${name}" stands twice. Which one counts cannot be told. Keep one.`);
    keys.set(name, key);
  }
  const row = new Map<string, Cell>();
  const traits: [string, string][] = [];
  const used = new Set<string>();
  const known = new Set(kind.columns.map(({ name }) => name));
  const take = (column: string, cell: Cell): void => {
    if (known.has(column)) row.set(column, cell);
    else traits.push([column, traitText(column, cell)]);
  };
  for (const [column, source] of mapping) {
    const key = source.kind === 'value' ? undefined : keys.get(source.header.trim().toLowerCase());
    if (source.kind === 'value') take(column, source.value);
    else if (key !== undefined) {
      used.add(key);
      take(column, values.get(key) ?? '');
    }
  }
  for (const { name, aliases = [], required } of kind.columns) {
    const key = mapping.has(name)
      ? undefined
      : [name, ...aliases].flatMap((alias) => keys.get(alias) ?? []).find((found) => !used.has(found));
    if (key !== undefined) {
      used.add(key);
      row.set(name, values.get(key) ?? '');
    } else if (required && !row.has(name))
      throw new RowRejection(name, `"${name}" is missing. Every object needs it, were it null. Add it.`);
  }
  for (const [key, cell] of values) {
    if (used.has(key)) continue;
    if (kind.otherColumns === 'trait') traits.push(...traitsOf(key, cell));
    else if (ignored.size < mostIgnored) ignored.add(key);
  }
  return { row, traits: Object.fromEntries(traits) };
}

/** Further keys are traits; an object under `traits` holds several. */
function traitsOf(key: string, cell: Cell): readonly [string, string][] {
  if (key !== 'traits' || typeof cell === 'string' || isList(cell)) return [[key, traitText(key, cell)]];
  return Object.entries(cell).map(([name, value]): [string, string] => [
    name,
    traitText(name, typeof value === 'object' && value !== null ? value : String(value ?? '')),
  ]);
}

function traitText(key: string, cell: Cell): string {
  if (typeof cell === 'string') return cell.trim();
  throw new RowRejection(
    key,
    `"${key}" holds a list or an object. A trait is one value. Give a text, or leave it out.`,
  );
}

function isList(cell: object): cell is readonly unknown[] {
  return Array.isArray(cell);
}
