import type { Cell, Inner } from './cell.ts';
import { RowRejection } from './import-kind.ts';

/** A number as it was written. */
class Written {
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }
}

type Parsed = string | number | boolean | null | Written | readonly Parsed[] | { readonly [key: string]: Parsed };

/** More digits than a double is sure to keep. */
const manyDigits = /[\d.]{16}/;
const plainDecimal = /^-?\d+(\.\d+)?$/;

/** Reads a line that holds one JSON object. @throws RowRejection */
export function readObject(text: string): ReadonlyMap<string, Cell> {
  try {
    // What JSON.parse returns of a text is what Parsed describes, with numbers as the function leaves them.
    return cellsOf(JSON.parse(text, manyDigits.test(text) ? keepWritten : undefined) as Parsed);
  } catch (error) {
    if (error instanceof RowRejection) throw error;
    // It does not parse, or is nested deeper than can be followed.
    const why = error instanceof Error ? error.message.slice(0, 200) : String(error);
    throw new RowRejection('', `The line is not JSON that can be read (${why}). Write one object a line, on one line.`);
  }
}

function cellsOf(parsed: Parsed): ReadonlyMap<string, Cell> {
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed) || parsed instanceof Written)
    throw new RowRejection('', 'The line is not an object. Fields are told apart by name. Write one { … } a line.');
  return new Map(Object.entries(parsed).map(([key, value]) => [key, cellOf(value)]));
}

function keepWritten(_key: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' && context?.source !== undefined ? new Written(context.source) : value;
}

function cellOf(value: Parsed): Cell {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (value instanceof Written)
    return plainDecimal.test(value.source) ? withoutZeros(value.source) : numberText(Number(value.source));
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'boolean') return String(value);
  return structureOf(value);
}

/** Without an exponent, which amounts and counts are never written with. */
function numberText(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 }) : text;
}

/** 3.0 counts as well as 3. */
function withoutZeros(source: string): string {
  return source.replace(/\.0+$/, '');
}

function structureOf(value: readonly Parsed[] | { readonly [key: string]: Parsed }): Exclude<Cell, string> {
  if (isList(value)) return value.map(innerOf);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, innerOf(inner)]));
}

function innerOf(value: Parsed): Inner {
  if (value instanceof Written) return Number(value.source);
  return typeof value === 'object' && value !== null ? structureOf(value) : value;
}

function isList(value: object): value is readonly Parsed[] {
  return Array.isArray(value);
}
