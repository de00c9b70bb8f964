import { describe, expect, it } from 'vitest';
import { mostCsvRows, writeCsv } from './write-csv.ts';

const cell = (value: Parameters<typeof writeCsv>[1][number][number]): string =>
  writeCsv([], [[value]])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n');

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a,b', '"a,b"'],
    ['say "so"', '"say ""so"""'],
    ['two\r\nlines', '"two\r\nlines"'],
    [' padded', '" padded"'],
    ['=1+1', "'=1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ['+49 30', "'+49 30"],
    ['-2', "'-2"],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['', ''],
    [null, ''],
    [-2.5, '-2.5'],
    [0.1 + 0.2, '0.30000000000000004'],
    [1e-7, '1e-7'],
    [true, 'true'],
    [{ minor: -5n, currency: 'USD' }, '-0.05'],
    [{ minor: 900719925474099301n, currency: 'USD' }, '9007199254740993.01'],
    [{ minor: 12n, currency: 'JPY' }, '12'],
    [{ minor: 12n, currency: 'KWD' }, '0.012'],
  ])('case %#', (value, expected) => {
    expect(cell(value)).toBe(expected);
  });
});

describe('a table', () => {
  it('ends every line, the header’s too', () => {
    expect(writeCsv(['a', 'b'], [])).toBe('a,b\r\n');
    expect(writeCsv(['a', 'b'], [[1, null]])).toBe('a,b\r\n1,\r\n');
  });

  it('is refused rather than cut', () => {
    const rows = Array.from({ length: mostCsvRows + 1 }, () => [1]);
    expect(() => writeCsv(['a'], rows)).toThrow(/100001 rows .* at most 100000/);
    expect(writeCsv(['a'], rows.slice(1)).split('\r\n')).toHaveLength(mostCsvRows + 2);
  });
});
