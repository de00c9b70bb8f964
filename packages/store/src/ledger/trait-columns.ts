import type { TraitColumn } from '@plimsoll/metrics';
import type { Placement } from './placement.ts';

type Traits = Readonly<Record<string, string>>;

/** Puts changed accounts' traits into the columns. Columns that nobody fills any more go, as do values. */
export function mergeTraits(
  before: ReadonlyMap<string, TraitColumn>,
  placement: Placement,
  changed: readonly Traits[],
): ReadonlyMap<string, TraitColumn> {
  const keys = new Set(before.keys());
  for (const traits of changed) for (const key of Object.keys(traits)) keys.add(key);
  const merged = new Map<string, TraitColumn>();
  for (const key of [...keys].sort()) {
    const values = changed.map((traits) => (Object.hasOwn(traits, key) ? (traits[key] ?? '') : ''));
    const column = before.get(key) ?? { key, codes: new Uint32Array(), values: [''] };
    const after = isSame(column, placement, values) ? column : mergeColumn(column, placement, values);
    if (after.values.length > 1) merged.set(key, after);
  }
  return merged;
}

function isSame(column: TraitColumn, { replaced, steady }: Placement, values: readonly string[]): boolean {
  return steady && values.every((value, index) => column.values[column.codes[replaced[index] ?? -1] ?? 0] === value);
}

function mergeColumn(before: TraitColumn, { source }: Placement, changed: readonly string[]): TraitColumn {
  const provisional = new Provisional(before.values, changed);
  const codes = new Uint32Array(source.length);
  // Codes are given in the order of accounts, as if the column were made of nothing: equal columns have equal codes.
  const codeOf = new Uint32Array(provisional.values.length);
  const values = [''];
  for (let account = 0; account < source.length; account++) {
    const from = source[account] ?? 0;
    const old = (from < 0 ? provisional.codes[~from] : before.codes[from]) ?? 0;
    if (old === 0) continue;
    if (codeOf[old] === 0) {
      codeOf[old] = values.length;
      values.push(provisional.values[old] ?? '');
    }
    codes[account] = codeOf[old] ?? 0;
  }
  return { key: before.key, codes, values };
}

/** The values there were with those that are new behind them, and the codes of what changed among them. */
class Provisional {
  readonly values: readonly string[];
  readonly codes: Uint32Array;

  constructor(before: readonly string[], changed: readonly string[]) {
    const values = [...before];
    const codes = new Map<string, number>();
    // A few changes of many values are not worth a place for each that there was.
    const wanted = before.length > changed.length ? new Set(changed) : undefined;
    for (const [code, value] of before.entries()) if (wanted?.has(value) ?? true) codes.set(value, code);
    this.codes = new Uint32Array(changed.length);
    for (const [place, value] of changed.entries()) {
      const code = codes.get(value) ?? values.push(value) - 1;
      codes.set(value, code);
      this.codes[place] = code;
    }
    this.values = values;
  }
}
