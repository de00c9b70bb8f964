import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeSessions } from '../testing/sessions.ts';
import { arrayOf } from './arrays.ts';

describeSessions('arrays', (session) => {
  test('arrive as they were, quotes, braces, nothing and NULL among them', async () => {
    const texts = ['plain', '', 'NULL', null, '"quoted"', 'back\\slash', '{a,b}', ' blanks ', 'line\nbreak', '🚢'];
    const { rows } = await sql<{ readonly text: string | null }>`
      select text from unnest(${arrayOf('text', texts)}) as text`.execute(session().backend.db);
    expect(rows.map(({ text }) => text)).toEqual(texts);
  });

  test('hold numbers exactly', async () => {
    const numbers = [0, -1, 2 ** 53 - 1, null];
    const floats = [0.1, -1e-300, 1e21, null];
    const { rows } = await sql<{ readonly whole: number | null; readonly float: number | null }>`
      select * from unnest(${arrayOf('bigint', numbers)}, ${arrayOf('float8', floats)}) as t (whole, float)`.execute(
      session().backend.db,
    );
    expect(rows.map(({ whole }) => whole)).toEqual(numbers);
    expect(rows.map(({ float }) => float)).toEqual(floats);
  });

  test('may be empty', async () => {
    const { rows } = await sql`select * from unnest(${arrayOf('text', [])}, ${arrayOf('int', [])})`.execute(
      session().backend.db,
    );
    expect(rows).toEqual([]);
  });
});
