import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSite, type Site } from './site.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const embedKey = `plimsoll_embed_${Buffer.from(
  JSON.stringify({ w: 'demo', k: 'key-1', d: privateKey.export({ format: 'jwk' }) }),
).toString('base64url')}`;

let folder: string;
let site: Site;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harbor-site-'));
  const dist = join(folder, 'dist');
  await mkdir(join(dist, 'assets'), { recursive: true });
  await writeFile(
    join(dist, 'index.html'),
    '<!doctype html><title>Harbor</title><meta name="plimsoll-endpoint" content="/graphql">',
  );
  await writeFile(join(dist, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(dist, 'assets', 'index-B1a2.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'the signing key');
  site = createSite({ embedKey, workspace: 'demo', endpoint: '/graphql', dist });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const get = (path: string, init?: RequestInit) => site.fetch(new Request(`http://harbor.test${path}`, init));
const html = { headers: { accept: 'text/html,*/*' } };

describe('pages', () => {
  test.each(['/', '/feedback', '/accounts/acme', '/accounts/caf%C3%A9?plan=Team'])('%s is a page', async (path) => {
    const response = await get(path, html);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(await response.text()).toContain('<title>Harbor</title>');
  });

  test('an address that is no page shows the page that says so, as not found', async () => {
    const response = await get('/berths', html);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('<title>Harbor</title>');
  });

  test('a missing asset is not answered with a page', async () => {
    const response = await get('/assets/gone-9f.js');
    expect(response.status).toBe(404);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test('tells the page where the graph is, whatever the address holds', async () => {
    const elsewhere = createSite({
      embedKey,
      workspace: 'demo',
      endpoint: 'https://metrics.example.com/graphql?a="$&',
      dist: join(folder, 'dist'),
    });
    const response = await elsewhere.fetch(new Request('http://harbor.test/'));
    expect(await response.text()).toContain('content="https://metrics.example.com/graphql?a=&quot;$&amp;"');
    expect(response.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://metrics.example.com;",
    );
  });

  test('says which command builds them where they are missing', async () => {
    const unbuilt = createSite({ embedKey, workspace: 'demo', endpoint: '/graphql', dist: join(folder, 'nowhere') });
    const response = await unbuilt.fetch(new Request('http://harbor.test/'));
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('npm run build:site -w @plimsoll/host');
  });

  test('are only read', async () => {
    const response = await get('/', { method: 'DELETE' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, HEAD');
  });
});

describe('files', () => {
  test('what carries a hash is kept forever, the rest is asked for again', async () => {
    const script = await get('/assets/index-B1a2.js');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const icon = await get('/icon.svg');
    expect(icon.headers.get('content-type')).toBe('image/svg+xml');
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/%2e%2e%2fsecret.txt',
    '/secret.txt%00.svg',
    '//secret.txt',
    '/%E0%A4%A',
    '/assets',
  ])('nothing outside the folder is read: %s', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain('signing key');
  });
});

describe('security headers', () => {
  test.each(['/', '/assets/index-B1a2.js', '/gone.png', '/api/plimsoll-token'])('%s carries them', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('tokens', () => {
  const mint = (query: string, init: RequestInit = {}) =>
    get(`/api/plimsoll-token?${query}`, { method: 'POST', ...init });

  async function claims(query: string): Promise<unknown> {
    const response = await mint(query);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const [, payload = ''] = (await response.text()).split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString());
  }

  test('staff read everything, and answer nothing', async () => {
    expect(await claims('as=staff')).toMatchObject({
      iss: 'demo',
      sub: 'staff-dana-whitfield',
      acc: '*',
      scp: 'metrics:read accounts:read surveys:read',
    });
  });

  test('a customer’s person answers for that customer, and reads nothing', async () => {
    expect(await claims('as=customer&person=freya-holm')).toMatchObject({
      iss: 'demo',
      sub: 'freya-holm',
      acc: ['bluefin'],
      scp: 'surveys:respond',
    });
  });

  test.each([
    ['as=customer&person=nobody', 404],
    ['as=customer', 404],
    ['as=admin', 400],
    ['', 400],
  ])('none for "%s"', async (query, status) => {
    const response = await mint(query);
    expect(response.status).toBe(status);
    expect(await response.text()).not.toContain('ey');
  });

  test('none for a page on another site, and none by GET', async () => {
    expect((await mint('as=staff', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(403);
    const byGet = await get('/api/plimsoll-token?as=staff');
    expect(byGet.status).toBe(405);
    expect(byGet.headers.get('allow')).toBe('POST');
  });

  test('the page’s own requests are answered', async () => {
    expect((await mint('as=staff', { headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });
});
