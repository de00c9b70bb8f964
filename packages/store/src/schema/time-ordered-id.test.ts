import { expect, test } from 'vitest';
import { timeOrderedId } from './time-ordered-id.ts';

test('ids are of version 7, apart, and in the order they were made, faster than the clock too', () => {
  const ids = Array.from({ length: 20_000 }, timeOrderedId);
  expect(ids.filter((id) => !/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id))).toEqual([]);
  expect(ids.every((id, index) => index === 0 || id > (ids[index - 1] ?? ''))).toBe(true);
  expect(Math.abs(Number.parseInt((ids[0] ?? '').replace('-', '').slice(0, 12), 16) - Date.now())).toBeLessThan(5_000);
});
