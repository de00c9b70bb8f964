import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { Pipeline } from './pipeline.ts';

test('what was sent is over when it is done, and the first failure is told', async () => {
  const over: string[] = [];
  const statement = async (name: string, milliseconds: number, fails: boolean): Promise<void> => {
    await sleep(milliseconds);
    over.push(name);
    if (fails) throw new Error(`${name} failed`);
  };
  const pipeline = new Pipeline();
  await pipeline.send(statement('first', 20, true));
  await pipeline.send(statement('second', 1, true));
  await pipeline.send(statement('third', 40, false));
  expect(over.length).toBeLessThan(3);
  await expect(pipeline.done()).rejects.toThrow('first failed');
  expect(over).toEqual(['second', 'first', 'third']);
});
