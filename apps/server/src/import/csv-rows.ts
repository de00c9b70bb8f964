import { stringify } from 'csv-stringify/sync';
import { UsageError } from '../cli/command-error.ts';
import type { CsvRecord } from './csv-record.ts';
import { columnsOf } from './import-kind.ts';
import { type Layout, layOut } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { readCsv } from './read-csv.ts';
import type { FoundRow, KindShape, OpenReader } from './row-reader.ts';

/** Rows of CSV; the first line names the columns. Those rejected go back with line, column and reason before their fields. */
export const csvRows: OpenReader = (chunks, kind, mapping) => {
  let layout: Layout | undefined;
  async function* rows(): AsyncGenerator<readonly FoundRow[]> {
    for await (const records of readCsv(chunks)) {
      const [first, ...others] = layout === undefined ? records : [];
      if (first !== undefined) layout = layOutBy(first, kind, mapping);
      const known = layout;
      if (known !== undefined) yield (first === undefined ? records : others).map((found) => interpret(known, found));
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

function layOutBy(first: CsvRecord, kind: KindShape, mapping: Mapping): Layout {
  if (first.kind === 'malformed')
    throw new UsageError(`The first line does not read: ${first.reason} Without headers no row can be understood.`);
  return layOut(kind, first.fields, mapping);
}

function interpret(layout: Layout, found: CsvRecord): FoundRow {
  const { line } = found;
  const fields = found.kind === 'malformed' ? [found.raw] : found.fields;
  const size = fields.reduce((sum, field) => sum + field.length, 0);
  const rejected = (column: string, reason: string): string => csvText([String(line), column, reason, ...fields]);
  if (found.kind === 'malformed') return { line, size, rejected, kind: 'broken', column: '', reason: found.reason };
  if (fields.length !== layout.headers.length) {
    const reason = `The row has ${fields.length} fields and the first line ${layout.headers.length}. Put fields with commas in quotes.`;
    return { line, size, rejected, kind: 'broken', column: '', reason };
  }
  return { line, size, rejected, kind: 'row', row: layout.row(fields), traits: layout.traits(fields) };
}

function csvText(row: readonly string[]): string {
  // Left to itself the writer quotes only the line break it writes, and a CR within a field would end the row.
  return stringify([[...row]], { quoted_match: /[\r\n]/ });
}
