import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { describeSessions } from '../testing/sessions.ts';
import { arrayOf, type ElementType } from './arrays.ts';
import type { ElementValue } from './element-value.ts';

describeSessions('arrays', (session) => {
  const arrived = async (type: ElementType, values: readonly ElementValue[]): Promise<readonly unknown[]> => {
    const { rows } = await sql<{ readonly value: unknown }>`
      select value from unnest(${arrayOf(type, values)}) as value`.execute(session().backend.db);
    return rows.map(({ value }) => value);
  };

  test('arrive as they were, quotes, braces, nothing and NULL among them', async () => {
    const texts = ['plain', '', 'NULL', null, '"quoted"', 'back\\slash', '{a,b}', ' blanks ', 'line\nbreak', '🚢'];
    expect(await arrived('text', texts)).toEqual(texts);
  });

  const small = [0, -1, 32_767, -32_768, null];
  const whole = [...small, 2_147_483_647, -2_147_483_648];

  test.each<readonly [ElementType, readonly ElementValue[]]>([
    ['smallint', small],
    ['int', whole],
    ['bigint', [...whole, 2 ** 32, -(2 ** 32) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
    ['float8', [0.1, -1e-300, 1e21, null, 5e-324]],
    ['uuid', ['0193a1b2-c3d4-7e5f-8a9b-0123456789ab', null, 'ffffffff-ffff-ffff-ffff-ffffffffffff']],
    ['boolean', [true, false, null]],
  ])('of %s hold values exactly', async (type, values) => {
    expect(await arrived(type, values)).toEqual(values);
  });

  test('take ids however they are written', async () => {
    const id = '0193a1b2-c3d4-7e5f-8a9b-0123456789ab';
    expect(await arrived('uuid', [id.toUpperCase()])).toEqual([id]);
    expect(await arrived('uuid', [id.replaceAll('-', ''), null])).toEqual([id, null]);
  });

  test.each<ElementType>(['text', 'smallint', 'int', 'bigint', 'float8', 'uuid', 'numeric', 'timestamptz'])(
    'of %s may be empty, and hold nothing but NULL',
    async (type) => {
      expect(await arrived(type, [])).toEqual([]);
      expect(await arrived(type, [null, null])).toEqual([null, null]);
    },
  );

  test.each<readonly [ElementType, ElementValue, RegExp]>([
    ['smallint', 32_768, /out of range/],
    ['int', 2_147_483_648, /out of range/],
    ['int', 0.5, /invalid input syntax/],
    ['bigint', 1e19, /out of range/],
    ['uuid', '0193a1b2-c3d4-7e5f-8a9b-0123456789ag', /invalid input syntax/],
    ['uuid', '0193a1b2xc3d4-7e5f-8a9b-0123456789ab', /invalid input syntax/],
  ])('of %s are refused by the database where they hold %s', async (type, value, message) => {
    await expect(arrived(type, [value, null])).rejects.toThrow(message);
  });
});
