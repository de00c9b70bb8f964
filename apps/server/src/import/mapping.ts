import { readFile } from 'node:fs/promises';
import { UsageError } from '../cli/command-error.ts';

/** Where a column comes from: a header of the file, or the same value in every row. */
export type ColumnSource =
  | { readonly kind: 'header'; readonly header: string }
  | { readonly kind: 'value'; readonly value: string };

/** Our column names, each with its source. */
export type Mapping = ReadonlyMap<string, ColumnSource>;

const form = 'Write one object: { "account_id": "Customer No", "currency": { "value": "USD" } }.';

/**
 * Reads a mapping: a JSON object of our column names, each with the file's header or with `{ "value": … }` for all rows.
 *
 * @throws UsageError where the file is absent or of another form
 */
export async function readMapping(file: string): Promise<Mapping> {
  let content: unknown;
  try {
    content = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new UsageError(`The mapping ${file} ${why}. Without it the columns cannot be told apart. ${form}`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content))
    throw new UsageError(`The mapping ${file} is not an object. Columns are named by its keys. ${form}`);
  return new Map(Object.entries(content).map(([column, source]) => [column, sourceOf(file, column, source)]));
}

function sourceOf(file: string, column: string, source: unknown): ColumnSource {
  if (typeof source === 'string') return { kind: 'header', header: source };
  if (typeof source === 'object' && source !== null && 'value' in source) {
    const { value } = source;
    if (typeof value === 'string' || typeof value === 'number') return { kind: 'value', value: String(value) };
  }
  throw new UsageError(`The mapping ${file} gives "${column}" neither a header nor a value. ${form}`);
}
