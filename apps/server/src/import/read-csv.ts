import { type CsvRecord, readRecord } from './csv-record.ts';

/** The longest record, in characters. Past it a quote must have been left open. */
export const longestRecord = 1_048_576;

const recordsAtOnce = 1_000;

/**
 * Reads CSV in constant memory, giving some records at a time. Empty lines are passed over.
 *
 * Written here because parsers off the shelf give up all that follows a stray quote, up to the next one: a file of a
 * million rows with one bad row must lose that row alone. A record that does not read costs the line it begins on.
 *
 * @param chunks decoded text, cut anywhere
 */
export async function* readCsv(chunks: AsyncIterable<string>): AsyncGenerator<readonly CsvRecord[]> {
  let text = '';
  let line = 1;
  for await (const chunk of chunks) {
    text += chunk;
    yield* drain(false);
  }
  yield* drain(true);

  function* drain(final: boolean): Generator<readonly CsvRecord[]> {
    let records: CsvRecord[] = [];
    let at = 0;
    while (at < text.length) {
      if (records.length === recordsAtOnce) {
        yield records;
        records = [];
      }
      const found = readRecord(text, at, final);
      if (found.kind === 'incomplete' && text.length - at <= longestRecord) break;
      if (found.kind === 'record') {
        if (found.fields.length > 1 || found.fields[0] !== '')
          records.push({ kind: 'record', line, fields: found.fields });
        at = found.end;
        line += found.lines;
        continue;
      }
      const reason = found.kind === 'malformed' ? found.reason : tooLong;
      const end = endOfLine(text, at);
      if (end === -1 && !final && text.length - at <= longestRecord) break;
      records.push({ kind: 'malformed', line, reason, raw: text.slice(at, end === -1 ? text.length : end).trimEnd() });
      at = end === -1 ? text.length : end;
      line += 1;
    }
    text = text.slice(at);
    yield records;
  }
}

const tooLong = `The record runs on for more than ${longestRecord} characters. A quote is opened and never closed. Close it, or double it.`;

/** Where the line after the one at `start` begins; -1 where the text ends first. */
function endOfLine(text: string, start: number): number {
  const end = /\r\n|\n|\r/g;
  end.lastIndex = start;
  const match = end.exec(text);
  return match === null ? -1 : match.index + match[0].length;
}
