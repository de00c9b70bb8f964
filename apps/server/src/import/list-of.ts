import type { Inner } from './cell.ts';
import { type Row, RowRejection } from './import-kind.ts';

/**
 * Several texts: a list of JSON, or one text with a separator in between. Blank ones are left out; `undefined` where the
 * file lacks the column.
 *
 * @throws RowRejection
 */
export function listOf(row: Row, column: string, separator: string | RegExp): readonly string[] | undefined {
  const cell = row.get(column);
  if (cell === undefined) return undefined;
  const items = typeof cell === 'string' ? cell.split(separator) : cell;
  if (isList(items) && items.every((item) => typeof item === 'string' || typeof item === 'number'))
    return items.map((item) => String(item).trim()).filter((item) => item !== '');
  throw new RowRejection(column, `"${column}" is not a list of texts. Give such as ["one", "two"].`);
}

function isList(items: object): items is readonly Inner[] {
  return Array.isArray(items);
}
