import { describe, expect, it } from 'vitest';
import { accounts } from './accounts.ts';
import { costs } from './costs.ts';
import type { Mapping } from './mapping.ts';
import { milestones } from './milestones.ts';
import { longestLine, ndjsonRows } from './ndjson-rows.ts';
import type { KindShape } from './row-reader.ts';

/** Reads text that arrives in pieces of a length. */
async function read(text: string, kind: KindShape = costs, { piece = 65_536, mapping = new Map() as Mapping } = {}) {
  async function* pieces() {
    for (let at = 0; at < text.length; at += piece) yield text.slice(at, at + piece);
  }
  const reader = ndjsonRows(pieces(), kind, mapping);
  const rows = [];
  for await (const some of reader.rows) rows.push(...some);
  return { rows, ignored: reader.ignored() };
}

const cost = '"category":"support","starts_on":"2026-01-01","ends_on":"2026-02-01","currency":"USD"';

describe('ndjsonRows', () => {
  it.each([1, 2, 3, 7, 1_000])('loses a line that is broken and no other, cut into pieces of %i', async (piece) => {
    const text = [
      `{"cost_id":"1","amount":1,${cost}}`,
      '',
      '   ',
      '{"cost_id":"2",',
      '[1]',
      '7',
      `{"cost_id":"3","amount":1,${cost}}\r`,
      `{"cost_id":"4","amount":1,"Amount":2,${cost}}`,
      `{"cost_id":"5",${cost}}`,
      `{"cost_id":"6","amount":1,${cost}}`,
    ].join('\n');
    const { rows } = await read(text, costs, { piece });
    expect(rows.map((row) => [row.line, row.kind === 'row' ? row.row.get('cost_id') : row.column])).toEqual([
      [1, '1'],
      [4, ''],
      [5, ''],
      [6, ''],
      [7, '3'],
      [8, 'amount'],
      [9, 'amount'],
      [10, '6'],
    ]);
  });

  it.each([
    ['29.85', '29.85'],
    ['1200', '1200'],
    ['3.0', '3'],
    ['"29.850"', '29.850'],
    ['-0.5', '-0.5'],
    ['1e3', '1000'],
    ['0.0000001', '0.0000001'],
    ['12345678901234567890.12', '12345678901234567890.12'],
    ['10000000000000000.00', '10000000000000000'],
    ['true', 'true'],
    ['null', ''],
  ])('takes %s for the text %s', async (json, text) => {
    const { rows } = await read(`{"cost_id":"a","amount":${json},${cost}}`);
    expect(rows[0]).toMatchObject({ kind: 'row' });
    expect(rows[0]?.kind === 'row' ? rows[0].row.get('amount') : undefined).toBe(text);
  });

  it('gives a row back as it was written, long numbers and all', async () => {
    const written = `{"cost_id": "a", "amount": 12345678901234567890.12, ${cost}}`;
    const { rows } = await read(`${written}\r\nno "json"\n`);
    expect(rows.map(({ rejected }) => rejected('amount', 'Too "much".'))).toEqual([
      `{"line":1,"column":"amount","reason":"Too \\"much\\".","record":${written}}\n`,
      '{"line":2,"column":"amount","reason":"Too \\"much\\".","raw":"no \\"json\\""}\n',
    ]);
  });

  it('takes further keys of accounts for traits, an object of them too', async () => {
    const { rows } = await read(
      '{"account_id":1,"tags":["a","b"],"Plan":"Team","seats":3,"traits":{"region":"EU","size":4}}',
      accounts,
    );
    expect(rows[0]).toMatchObject({ traits: { Plan: 'Team', seats: '3', region: 'EU', size: '4' } });
    expect(rows[0]?.kind === 'row' ? accounts.record(rows[0].row, rows[0].traits) : undefined).toMatchObject({
      externalId: '1',
      tags: ['a', 'b'],
    });
    const nested = await read('{"account_id":1,"owner":{"name":"Ann"}}', accounts);
    expect(nested.rows[0]).toMatchObject({ kind: 'broken', column: 'owner' });
  });

  it('tells what is absent from what is null', async () => {
    const { rows } = await read(
      '{"account_id":"a","milestone":"live"}\n{"account_id":"a","milestone":"live","reached_on":null}',
      milestones,
    );
    expect(rows[0]).toMatchObject({ kind: 'broken', column: 'reached_on' });
    expect(rows[1]?.kind === 'row' ? milestones.record(rows[1].row, {}) : undefined).toMatchObject({ reachedOn: null });
  });

  it('reads through a mapping, and says what it leaves out', async () => {
    const mapping: Mapping = new Map([
      ['cost_id', { kind: 'header', header: 'No' }],
      ['currency', { kind: 'value', value: 'USD' }],
    ]);
    const line = (no: string) =>
      `{"${no}":"a","category":"support","starts_on":"2026-01-01","ends_on":"2026-02-01","amount":1,"colour":"red"}`;
    const { rows, ignored } = await read(`${line('NO ')}\n${line('Number')}`, costs, { mapping });
    expect(rows[0]?.kind === 'row' ? costs.record(rows[0].row, {}) : undefined).toMatchObject({
      externalId: 'a',
      currency: 'USD',
    });
    expect(rows[1]).toMatchObject({ kind: 'broken', column: 'cost_id' });
    expect(ignored).toEqual(['colour']);
  });

  it('rejects a line that is too long, and one that is nested too deep, and reads on', async () => {
    const good = `{"cost_id":"1","amount":1,${cost}}`;
    const long = `{"cost_id":"${'x'.repeat(longestLine)}"}`;
    const nested = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const deep = ['1', '0.1234567890123456'].map((amount) => `{"cost_id":${nested},"amount":${amount}}`);
    const { rows } = await read([good, long, ...deep, good].join('\n'));
    expect(rows.map(({ line, kind }) => [line, kind])).toEqual([
      [1, 'row'],
      [2, 'broken'],
      [3, 'broken'],
      [4, 'broken'],
      [5, 'row'],
    ]);
    expect(rows[1]?.rejected('', '').length).toBeLessThan(1_100);
  });

  it.each([
    ['nothing', '\n\n', /is empty/],
    ['CSV', 'cost_id,amount\n1,2\n', /No line of the file is a JSON object/],
  ])('says so where the file holds %s', async (_, text, message) => {
    await expect(read(text)).rejects.toThrow(message);
  });
});
