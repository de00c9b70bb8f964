import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratchFolder } from '../testing/plimsoll-process.ts';
import { createApp } from './create-app.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
const logger = pino({ level: 'silent' });

beforeAll(async () => {
  folder = await scratchFolder();
  await mkdir(join(folder.path, 'storybook'));
  await writeFile(join(folder.path, 'storybook', 'index.html'), '<p>stories</p>');
  await writeFile(join(folder.path, 'secret.txt'), 'secret');
});

afterAll(() => folder.remove());

function app() {
  return createApp({
    state: () => ({ kind: 'starting', reason: 'Opening <records>.' }),
    logger,
    storybookDir: join(folder.path, 'storybook'),
  });
}

describe('createApp', () => {
  it('is up, and not ready, before its records are open', async () => {
    expect((await app().request('/health')).status).toBe(200);
    const ready = await app().request('/ready');
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'starting', reason: 'Opening <records>.' });
    const graph = await app().request('/graphql', { method: 'POST' });
    expect(graph.status).toBe(503);
    expect(await graph.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE' } }] });
    const page = await app().request('/');
    expect(page.status).toBe(503);
    expect(await page.text()).toContain('Opening &#60;records&#62;.');
  });

  it('shows Storybook where it is built, and nothing beside it', async () => {
    expect(await (await app().request('/storybook/index.html')).text()).toBe('<p>stories</p>');
    expect(await (await app().request('/storybook/')).text()).toBe('<p>stories</p>');
    for (const path of ['/storybook/../secret.txt', '/storybook/%2e%2e/secret.txt', '/storybook/..%2fsecret.txt']) {
      const response = await app().request(path);
      expect(await response.text()).not.toContain('secret');
    }
  });

  it('gives every answer an id and headers that browsers heed', async () => {
    const { headers } = await app().request('/health', { headers: { 'x-request-id': 'bad id\u00a0' } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
  });
});
