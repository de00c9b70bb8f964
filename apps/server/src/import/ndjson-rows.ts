import { UsageError } from '../cli/command-error.ts';
import { assignKeys } from './assign-keys.ts';
import type { Cell } from './cell.ts';
import { columnsOf, RowRejection } from './import-kind.ts';
import { readObject } from './json-object.ts';
import { checkMapping } from './layout.ts';
import type { Mapping } from './mapping.ts';
import { readLines, type TextLine } from './read-lines.ts';
import type { FoundRow, KindShape, OpenReader, RowPlace } from './row-reader.ts';

/** The longest line, in characters. One that is longer is rejected, so that no line takes the memory of a file. */
export const longestLine = 1_048_576;

/**
 * Rows of NDJSON: an object a line, its keys named as the columns of CSV are. Those rejected go back as
 * `{ line, column, reason, record }`, or with the text as `raw` where it is no object.
 */
export const ndjsonRows: OpenReader = (chunks, kind, mapping) => {
  const ignored = new Set<string>();
  checkMapping(kind, mapping);
  async function* rows(): AsyncGenerator<readonly FoundRow[]> {
    let lines = 0;
    let objects = 0;
    for await (const some of readLines(chunks, longestLine)) {
      const found = some.map((line) => interpret(line, kind, mapping, ignored));
      lines += found.length;
      objects += found.filter(({ isObject }) => isObject).length;
      yield found.map(({ row }) => row);
    }
    if (lines === 0) throw new UsageError(`The file is empty. Every line is a JSON object. ${columnsOf(kind)}`);
    if (objects === 0)
      throw new UsageError(
        `No line of the file is a JSON object. NDJSON has one a line. Write it so, or say what it is with --format csv.`,
      );
  }
  return { rows: rows(), rejectsHead: () => '', ignored: () => [...ignored] };
};

function interpret(
  { line, text, cut }: TextLine,
  kind: KindShape,
  mapping: Mapping,
  ignored: Set<string>,
): { readonly row: FoundRow; readonly isObject: boolean } {
  const place = (original: string): RowPlace => ({
    line,
    size: text.length,
    rejected: (column, reason) =>
      `{"line":${line},"column":${JSON.stringify(column)},"reason":${JSON.stringify(reason)},${original}}\n`,
  });
  const raw = place(`"raw":${JSON.stringify(text)}`);
  if (cut) {
    const reason = `The line is longer than ${longestLine} characters, the most there may be. Its beginning is kept here. Check that every object ends its line.`;
    return { row: { ...raw, kind: 'broken', column: '', reason }, isObject: false };
  }
  let values: ReadonlyMap<string, Cell> | undefined;
  try {
    values = readObject(text);
    return {
      row: { ...place(`"record":${text.trim()}`), kind: 'row', ...assignKeys(values, kind, mapping, ignored) },
      isObject: true,
    };
  } catch (error) {
    if (!(error instanceof RowRejection)) throw error;
    const { column, message: reason } = error;
    // As it was written: put through a parser again, long numbers would lose digits.
    const found = values === undefined ? raw : place(`"record":${text.trim()}`);
    return { row: { ...found, kind: 'broken', column, reason }, isObject: values !== undefined };
  }
}
