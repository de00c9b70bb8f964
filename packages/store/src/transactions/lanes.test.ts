import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { Lanes } from './lanes.ts';

/** Work that ends when it is told to, and says what it came to. */
function held(name: string, told: string[]) {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const work = () => {
    told.push(`${name} begins`);
    return promise;
  };
  return { work, end: () => resolve(name), fail: () => reject(new Error(name)) };
}

it('runs the work of a lane one after the other, and that of others meanwhile', async () => {
  const told: string[] = [];
  const [first, second, other] = [held('first', told), held('second', told), held('other', told)];
  const lanes = new Lanes();
  const ran = [lanes.run('a', first.work), lanes.run('a', second.work), lanes.run('b', other.work)];
  other.end();
  await setImmediate();
  expect(told).toEqual(['first begins', 'other begins']);
  second.end();
  first.end();
  expect(await Promise.all(ran)).toEqual(['first', 'second', 'other']);
  expect(told).toEqual(['first begins', 'other begins', 'second begins']);
});

it('goes on after a failure, which only the one whose work it was is told of', async () => {
  const told: string[] = [];
  const [first, second] = [held('first', told), held('second', told)];
  const lanes = new Lanes();
  const [failing, following] = [lanes.run('a', first.work), lanes.run('a', second.work)];
  first.fail();
  second.end();
  await expect(failing).rejects.toThrow('first');
  expect(await following).toBe('second');
});

it('begins the next early where it is let on', async () => {
  const told: string[] = [];
  const [first, second] = [held('first', told), held('second', told)];
  const lanes = new Lanes();
  const ran = [
    lanes.run('a', (letOn) => {
      letOn();
      return first.work();
    }),
    lanes.run('a', second.work),
  ];
  await setImmediate();
  expect(told).toEqual(['first begins', 'second begins']);
  second.end();
  first.end();
  expect(await Promise.all(ran)).toEqual(['first', 'second']);
});
