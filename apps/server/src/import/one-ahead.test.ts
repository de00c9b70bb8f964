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

it('begins the next before the one ahead of it ended, and no third', async () => {
  const told: string[] = [];
  const [first, second, third] = [held('first', told), held('second', told), held('third', told)];
  const ahead = new OneAhead();
  await ahead.begin(first.work);
  await ahead.begin(second.work);
  told.push('the third is put together');
  const begun = ahead.begin(third.work);
  await setImmediate();
  first.end();
  await begun;
  second.end();
  third.end();
  await ahead.done();
  expect(told).toEqual([
    'first begins',
    'second begins',
    'the third is put together',
    'first ends',
    'third begins',
    'second ends',
    'third ends',
  ]);
});

it('tells each of the end of the one before', async () => {
  const told: string[] = [];
  const first = held('first', told);
  const ahead = new OneAhead();
  await ahead.begin(first.work);
  await ahead.begin(async (before) => {
    await before;
    told.push('second ends');
  });
  first.end();
  await ahead.done();
  expect(told).toEqual(['first begins', 'first ends', 'second ends']);
});

it('begins nothing more after a failure, which whoever comes later is told of', async () => {
  const told: string[] = [];
  const [first, second, third] = [held('first', told), held('second', told), held('third', told)];
  const ahead = new OneAhead();
  await ahead.begin(first.work);
  await ahead.begin(second.work);
  first.fail(new Error('The database is away.'));
  second.end();
  await setImmediate();
  await expect(ahead.begin(third.work)).rejects.toThrow('The database is away.');
  await expect(ahead.done()).rejects.toThrow('The database is away.');
  await ahead.settled();
  expect(told).toEqual(['first begins', 'second begins', 'first ends', 'second ends']);
});
