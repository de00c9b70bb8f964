import { once } from 'node:events';
import { expect, test } from 'vitest';
import type { ChangeEvent } from '../store.ts';
import { ChangeFeed } from './change-feed.ts';

test('a listener that throws keeps no other from hearing', async () => {
  const feed = new ChangeFeed();
  const heard: ChangeEvent[] = [];
  feed.subscribe(() => {
    throw new Error('A listener broke.');
  });
  const stop = feed.subscribe((change) => heard.push(change));
  const warned = once(process, 'warning');
  feed.tell({ workspace: 'acme', revision: '7' });
  stop();
  feed.tell({ workspace: 'acme', revision: '8' });
  expect(heard).toEqual([{ workspace: 'acme', revision: '7' }]);
  expect(feed.newest('acme')).toBe(8);
  expect(await warned).toMatchObject([{ message: 'A listener broke.' }]);
});
