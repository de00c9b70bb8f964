import { formatMoney, type Money } from '@plimsoll/metrics';
import { GatewayError } from '../errors/gateway-error.ts';

/** The most rows that one text holds, its header apart. */
export const mostCsvRows = 100_000;

/** What stands in a cell: a text, a number as the graph says it, an exact amount in major units, yes or no, or nothing. */
export type CsvCell = string | number | boolean | Money | null;

/** What the graph says of a field with a table as CSV. */
export function csvDescription(what: string): string {
  return `${what} as CSV (RFC 4180): keys in the first line, numbers and amounts exactly as the graph says them, at most ${mostCsvRows} rows. A text that a spreadsheet would take for a formula has a ' before it.`;
}

/** What makes a spreadsheet take a text for a formula. */
const startsFormula = /^[=+\-@\t\r＝＋－＠]/;
const wantsQuotes = /[",\r\n]|^\s|\s$/;

/**
 * Writes a table as RFC 4180 has it: a header, CRLF after every line, quotes where they are needed. Numbers are written as
 * JSON has them and amounts with all their decimals, never rounded. A text that a spreadsheet would take for a formula
 * gets a `'` before it.
 *
 * @throws GatewayError BAD_REQUEST past {@link mostCsvRows}: a table that was cut would be taken for the whole
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  if (rows.length > mostCsvRows) {
    throw new GatewayError(
      'BAD_REQUEST',
      `The table has ${rows.length} rows and a CSV at most ${mostCsvRows}. Narrow the question with a filter or a shorter period.`,
    );
  }
  return [header, ...rows].map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'object') return formatMoney(cell);
  if (typeof cell !== 'string') return JSON.stringify(cell);
  const text = startsFormula.test(cell) ? `'${cell}` : cell;
  return wantsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
