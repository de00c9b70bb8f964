import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { WorkAhead } from './work-ahead.ts';

/** Work that ends when it is told to. */
function held(name: string, told: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const work = () => {
    told.push(`${name} begins`);
    return promise.finally(() => told.push(`${name} ends`));
  };
  return { work, end: resolve, fail: reject };
}

it('begins each at once, and holds up whoever would put a fourth together before the first ended', async () => {
  const told: string[] = [];
  const [first, second, third] = [held('first', told), held('second', told), held('third', told)];
  const ahead = new WorkAhead();
  await ahead.begin(first.work);
  await ahead.begin(second.work);
  const begun = ahead.begin(third.work).then(() => told.push('a fourth may come'));
  await setImmediate();
  told.push('the first goes on');
  first.end();
  await begun;
  second.end();
  third.end();
  await ahead.done();
  expect(told).toEqual([
    'first begins',
    'second begins',
    'third begins',
    'the first goes on',
    'first ends',
    'a fourth may come',
    'second ends',
    'third ends',
  ]);
});

it('tells each of the end of the one before', async () => {
  const told: string[] = [];
  const first = held('first', told);
  const ahead = new WorkAhead();
  await ahead.begin(first.work);
  await ahead.begin(async (before) => {
    await before;
    told.push('second ends');
  });
  first.end();
  await ahead.done();
  expect(told).toEqual(['first begins', 'first ends', 'second ends']);
});

it('tells whoever begins more of a failure', async () => {
  const told: string[] = [];
  const [first, second, third] = [held('first', told), held('second', told), held('third', told)];
  const ahead = new WorkAhead();
  await ahead.begin(first.work);
  await ahead.begin(second.work);
  first.fail(new Error('The database is away.'));
  second.end();
  third.end();
  await expect(ahead.begin(third.work)).rejects.toThrow('The database is away.');
  await ahead.settled();
  expect(told).toContain('third ends');
});

it('tells of the first failure in the end', async () => {
  const told: string[] = [];
  const [first, second] = [held('first', told), held('second', told)];
  const ahead = new WorkAhead();
  await ahead.begin(first.work);
  await ahead.begin(second.work);
  second.fail(new Error('The second.'));
  await setImmediate();
  first.fail(new Error('The first.'));
  await expect(ahead.done()).rejects.toThrow('The first.');
});
