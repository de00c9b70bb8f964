import { UsageError } from '../cli/command-error.ts';
import type { Row } from './import-kind.ts';
import type { Mapping } from './mapping.ts';
import type { KindShape } from './row-reader.ts';

/** How a file's fields become a row. */
export interface Layout {
  readonly headers: readonly string[];
  /** Headers that are left out, where the kind ignores what it does not know. */
  readonly ignored: readonly string[];
  readonly row: (fields: readonly string[]) => Row;
  readonly traits: (fields: readonly string[]) => Readonly<{ [header: string]: string }>;
}

/** A column with the place of its field, or the value that stands in every row. */
type Place = { readonly column: string; readonly at: number } | { readonly column: string; readonly value: string };

/** @throws UsageError where a mapping names what is no column, and no trait either */
export function checkMapping({ name, columns, otherColumns }: KindShape, mapping: Mapping): void {
  const known = new Set(columns.map((column) => column.name));
  for (const column of mapping.keys())
    if (!known.has(column) && otherColumns === 'ignore')
      throw new UsageError(
        `The mapping names "${column}", which is no column of ${name}. Nothing would take its values. The columns are: ${[...known].join(', ')}.`,
      );
}

/**
 * Finds the columns of a kind among a file's headers. Case and surrounding space of headers do not matter.
 *
 * @throws UsageError where a required column is missing, a header stands twice, or the mapping names one that is not there
 */
export function layOut(kind: KindShape, headers: readonly string[], mapping: Mapping): Layout {
  const names = headers.map((header) => header.trim());
  const seen = names.map((name) => name.toLowerCase());
  const twice = names.find((_, index) => seen.indexOf(seen[index] ?? '') !== index);
  const found = `The file’s first line has: ${names.join(', ')}.`;
  if (twice !== undefined)
    throw new UsageError(`The column "${twice}" stands twice. Which one counts cannot be told. Rename one. ${found}`);
  const places: Place[] = [];
  const traitPlaces: Place[] = [];
  const known = new Set(kind.columns.map(({ name }) => name));
  const used = new Set<number>();
  checkMapping(kind, mapping);
  for (const [column, source] of mapping) {
    const list = known.has(column) ? places : traitPlaces;
    if (source.kind === 'value') {
      list.push({ column, value: source.value });
      continue;
    }
    const at = seen.indexOf(source.header.trim().toLowerCase());
    if (at === -1)
      throw new UsageError(`The mapping takes "${column}" from "${source.header}", which the file lacks. ${found}`);
    used.add(at);
    list.push({ column, at });
  }
  for (const { name, aliases = [] } of kind.columns) {
    if (mapping.has(name)) continue;
    const at = seen.findIndex((header, index) => !used.has(index) && (header === name || aliases.includes(header)));
    if (at === -1) continue;
    used.add(at);
    places.push({ column: name, at });
  }
  const missing = kind.columns.filter(
    ({ name, required }) => required && !places.some(({ column }) => column === name),
  );
  if (missing.length > 0)
    throw new UsageError(
      `${missing.map(({ name }) => `"${name}"`).join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. Rows of ${kind.name} mean nothing without. Add the column, or say with --mapping which header stands for it. ${found}`,
    );
  const others = names.flatMap((column, at) => (used.has(at) || column === '' ? [] : [{ column, at }]));
  if (kind.otherColumns === 'trait') traitPlaces.push(...others);
  const placeOf = new Map(places.map((place) => [place.column, place]));
  return {
    headers: names,
    ignored: kind.otherColumns === 'ignore' ? others.map(({ column }) => column) : [],
    row: (fields) => ({
      get: (column) => {
        const place = placeOf.get(column);
        return place === undefined ? undefined : valueAt(place, fields);
      },
    }),
    traits: (fields) =>
      traitPlaces.length === 0
        ? noTraits
        : Object.fromEntries(traitPlaces.map((place) => [place.column, valueAt(place, fields).trim()])),
  };
}

const noTraits: Readonly<{ [header: string]: string }> = {};

function valueAt(place: Place, fields: readonly string[]): string {
  return 'value' in place ? place.value : (fields[place.at] ?? '');
}
