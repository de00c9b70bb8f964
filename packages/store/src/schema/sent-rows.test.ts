import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeSessions } from '../testing/sessions.ts';
import { type SentColumns, sentRows } from './sent-rows.ts';

describeSessions('rows that are sent', (session) => {
  interface Row {
    readonly id: number;
    readonly name: string | null;
    readonly day: number | null;
    readonly at: string;
    readonly yes: boolean;
    readonly share: number;
  }
  const columns = {
    id: ['bigint', ({ id }) => id],
    name: ['text', ({ name }) => name],
    day: ['date', ({ day }) => day],
    at: ['timestamptz', ({ at }) => at],
    yes: ['boolean', ({ yes }) => yes],
    share: ['float8', ({ share }) => share],
  } as const satisfies SentColumns<Row>;

  const arrive = async (rows: readonly Row[]) => {
    const read = await sql`
      select id, name, day - date '1970-01-01' as day, at, yes, share
      from (select ${sentRows(rows, columns)}) as new order by id`.execute(session().backend.db);
    return read.rows;
  };
  const asRead = (rows: readonly Row[]) => rows.map((row) => ({ ...row, at: new Date(row.at) }));
  const row: Row = {
    id: 1,
    name: 'a "quoted" {name}',
    day: 20_000,
    at: '2026-11-21T09:30:00.250Z',
    yes: true,
    share: 0.1,
  };

  test('arrive as they were, where every row says something else', async () => {
    const rows = [
      row,
      { id: 2, name: null, day: null, at: '1999-12-31T23:59:59.999Z', yes: false, share: -1e-300 },
      { id: 2 ** 53 - 1, name: '', day: -1, at: '1970-01-01T00:00:00.000Z', yes: true, share: 1e21 },
    ];
    expect(await arrive(rows)).toEqual(asRead(rows));
  });

  test('arrive as often as they are, where all but the first column say the same', async () => {
    const rows = [1, 2, 3].map((id) => ({ ...row, id }));
    expect(await arrive(rows)).toEqual(asRead(rows));
    const none = rows.map((one) => ({ ...one, name: null, day: null, yes: false }));
    expect(await arrive(none)).toEqual(asRead(none));
    expect(await arrive([row, row])).toEqual(asRead([row, row]));
  });

  test('may be one, and none', async () => {
    expect(await arrive([row])).toEqual(asRead([row]));
    expect(await arrive([])).toEqual([]);
  });
});
