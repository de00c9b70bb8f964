import { stringify } from 'csv-stringify/sync';
import { describe, expect, it } from 'vitest';
import type { CsvRecord } from './csv-record.ts';
import { longestRecord, readCsv } from './read-csv.ts';

/** Reads text that arrives in pieces of a length. */
async function read(text: string, piece = text.length || 1) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
  }
  const records: CsvRecord[] = [];
  for await (const some of readCsv(pieces())) for (const record of some) records.push(record);
  return records;
}

describe('readCsv', () => {
  it.each([1, 2, 3, 7, 1_000])(
    'reads quotes, line breaks in fields, CRLF, LF and CR, cut into pieces of %i',
    async (piece) => {
      expect(await read('a,b\r\n1,"x\r\ny"\n2,"say ""hi"""\r\r\n3,\n,"a,b"', piece)).toEqual([
        { kind: 'record', line: 1, fields: ['a', 'b'] },
        { kind: 'record', line: 2, fields: ['1', 'x\r\ny'] },
        { kind: 'record', line: 4, fields: ['2', 'say "hi"'] },
        { kind: 'record', line: 6, fields: ['3', ''] },
        { kind: 'record', line: 7, fields: ['', 'a,b'] },
      ]);
    },
  );

  it.each([1, 5, 1_000])('gives up one line for a stray quote and reads on, in pieces of %i', async (piece) => {
    const rows = await read('a,b\n1,x"y\n2,ok\n3,"z"t\n4,ok\n5,"un\n6,ok\n7,"ok"\n8,ok\n', piece);
    expect(rows.filter(({ kind }) => kind === 'malformed').map(({ line }) => line)).toEqual([2, 4, 6]);
    expect(rows.flatMap((row) => (row.kind === 'record' ? [row.fields[0]] : []))).toEqual([
      'a',
      '2',
      '4',
      '6',
      '7',
      '8',
    ]);
  });

  it('gives up one line for a quote that is never closed', async () => {
    const rows = await read('a,b\n1,"open\n2,ok\n3,ok');
    expect(rows).toMatchObject([
      { line: 1 },
      { kind: 'malformed', line: 2, raw: '1,"open' },
      { line: 3, fields: ['2', 'ok'] },
      { line: 4, fields: ['3', 'ok'] },
    ]);
  });

  it('does not hold a file in memory to look for the end of a quote', async () => {
    const rows = await read(`a,b\n1,"open\n${'2,ok\n'.repeat(longestRecord / 2)}`, 65_536);
    expect(rows).toHaveLength(2 + longestRecord / 2);
    expect(rows[1]).toMatchObject({ kind: 'malformed', line: 2 });
  });

  it('reads back whatever a writer of CSV writes', async () => {
    const fields = ['plain', '', 'a,b', '"', '""', 'line\nbreak', '\r\n', ' space ', 'ü', ',"\n"'];
    for (let seed = 0; seed < 200; seed++) {
      const rows = Array.from({ length: 3 }, (_, row) => [
        'id',
        ...Array.from({ length: 3 }, (_, column) => fields[(seed * 7 + row * 5 + column * 3) % fields.length]),
      ]);
      const records = await read(
        stringify(rows, { record_delimiter: seed % 2 === 0 ? 'unix' : 'windows', quoted_match: /[\r\n]/ }),
        (seed % 9) + 1,
      );
      expect(records.map((record) => (record.kind === 'record' ? record.fields : record))).toEqual(rows);
    }
  });
});
