import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../cli/command-error.ts';
import type { CsvRecord } from './csv-record.ts';
import { columnsOf } from './import-kind.ts';
import { type Layout, layOut } from './layout.ts';
import { readCsv } from './read-csv.ts';
import type { FoundRow, OpenReader, RowPlace } from './row-reader.ts';

/** Rows of CSV; the first line names the columns. Those rejected go back with line, column and reason before their fields. */
export const csvRows: OpenReader = (chunks, kind, mapping) => {
  let layout: Layout | undefined;
  async function* rows(): AsyncGenerator<FoundRow> {
    for await (const found of readCsv(chunks)) {
      if (layout !== undefined) {
        yield interpret(layout, found);
        continue;
      }
      if (found.kind === 'malformed')
        throw new UsageError(`The first line does not read: ${found.reason} Without headers no row can be understood.`);
      layout = layOut(kind, found.fields, mapping);
    }
    if (layout === undefined)
      throw new UsageError(`The file is empty. The first line names the columns. ${columnsOf(kind)}`);
  }
  return {
    rows: rows(),
    rejectsHead: () => csvText(['line', 'column', 'reason', ...(layout?.headers ?? [])]),
    ignored: () => layout?.ignored ?? [],
  };
};

function interpret(layout: Layout, found: CsvRecord): FoundRow {
  const fields = found.kind === 'malformed' ? [found.raw] : found.fields;
  const place: RowPlace = {
    line: found.line,
    size: fields.reduce((sum, field) => sum + field.length, 0),
    rejected: (column, reason) => csvText([String(found.line), column, reason, ...fields]),
  };
  if (found.kind === 'malformed') return { ...place, kind: 'broken', column: '', reason: found.reason };
  if (fields.length !== layout.headers.length) {
    const reason = `The row has ${fields.length} fields and the first line ${layout.headers.length}. Put fields with commas in quotes.`;
    return { ...place, kind: 'broken', column: '', reason };
  }
  return { ...place, kind: 'row', row: layout.row(fields), traits: layout.traits(fields) };
}

function csvText(row: readonly string[]): string {
  // Left to itself the writer quotes only the line break it writes, and a CR within a field would end the row.
  return stringify([[...row]], { quoted_match: /[\r\n]/ });
}
