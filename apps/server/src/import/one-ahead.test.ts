import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { OneAhead } from './one-ahead.ts';

/** Work that ends when it is told to. */
function held(name: string, told: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const work = () => {
    told.push(`${name} begins`);
    return promise.finally(() => told.push(`${name} ends`));
  };
  return { work, end: resolve, fail: reject };
}

it('goes on while the next is put together, and lets none begin before the one ahead of it ended', async () => {
  const told: string[] = [];
  const [first, second] = [held('first', told), held('second', told)];
  const ahead = new OneAhead();
  await ahead.begin(first.work);
  told.push('the next is put together');
  const begun = ahead.begin(second.work);
  await setImmediate();
  first.end();
  await begun;
  second.end();
  await ahead.done();
  expect(told).toEqual(['first begins', 'the next is put together', 'first ends', 'second begins', 'second ends']);
});

it('begins nothing after a failure, which whoever comes next is told of', async () => {
  const told: string[] = [];
  const [first, second] = [held('first', told), held('second', told)];
  const ahead = new OneAhead();
  await ahead.begin(first.work);
  first.fail(new Error('The database is away.'));
  await setImmediate();
  await expect(ahead.begin(second.work)).rejects.toThrow('The database is away.');
  await expect(ahead.done()).rejects.toThrow('The database is away.');
  await ahead.settled();
  expect(told).toEqual(['first begins', 'first ends']);
});
