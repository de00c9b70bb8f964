import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from '../open-store.ts';
import type { ChangeEvent, Store } from '../store.ts';
import { deafProxy } from '../testing/deaf-proxy.ts';
import { startPostgres, type TestPostgres } from '../testing/postgres.ts';
import { relationship } from '../testing/surveys.ts';
import { openPostgresql } from './postgresql.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await startPostgres();
});

async function open(databaseUrl: string): Promise<Store> {
  const store = await openStore({ databaseUrl });
  onTestFinished(() => store.close());
  return store;
}

const acme = { key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' };

// First in the file: afterwards the server's roles are there, and belong to another.
test('a user that may make roles is enough, and any other once it is given them', async () => {
  const admin = new pg.Client({ connectionString: postgres.url('postgres') });
  await admin.connect();
  onTestFinished(() => admin.end());
  await admin.query(`create role maker login createrole password 'p'`);
  await admin.query(`create role guest login password 'p'`);
  await admin.query('create database made owner maker');
  await admin.query('create database hosted owner guest');

  const store = await open(postgres.url('made').replace('postgres:postgres', 'maker:p'));
  await store.createWorkspace(acme);
  await store.workspace('acme').upsertAccounts([{ externalId: 'a' }]);
  expect((await store.workspace('acme').ledger()).accounts.count).toBe(1);

  const hosted = postgres.url('hosted').replace('postgres:postgres', 'guest:p');
  await expect(openStore({ databaseUrl: hosted })).rejects.toMatchObject({
    name: 'UnsupportedDatabase',
    message: expect.stringContaining('GRANT plimsoll_app, plimsoll_directory TO'),
  });
  await admin.query('grant plimsoll_app, plimsoll_directory to guest');
  await (await open(hosted)).createWorkspace(acme);
});

test('two stores that open at once migrate one after the other', async () => {
  const url = await postgres.freshDatabase();
  const stores = await Promise.all([open(url), open(url), open(url)]);
  await stores[0]?.createWorkspace(acme);
  expect(await stores[2]?.listWorkspaces()).toEqual([{ key: 'acme', name: 'Acme' }]);
});

test('writes are told of across stores, each once', async () => {
  const url = await postgres.freshDatabase();
  const [here, there] = [await open(url), await open(url)];
  await here.createWorkspace(acme);
  const heard: Record<'here' | 'there', ChangeEvent[]> = { here: [], there: [] };
  here.onChange((change) => heard.here.push(change));
  there.onChange((change) => heard.there.push(change));

  await here.workspace('acme').upsertSurveys([relationship]);
  const submission = { survey: 'relationship', accountId: null, respondent: 'ann', answer: 9, idempotencyKey: 'k' };
  const submitted = await there.workspace('acme').submitResponse(submission);
  if (submitted.kind !== 'accepted') throw new Error(submitted.message);
  await here.workspace('acme').upsertSurveys([relationship]);
  const told = [
    { workspace: 'acme', revision: '1' },
    { workspace: 'acme', revision: '2', kind: 'response', responseId: submitted.response.id },
  ];
  await vi.waitFor(() => expect(heard).toEqual({ here: told, there: told }));
  expect((await here.workspace('acme').ledger()).responses.count).toBe(1);
});

test.each(['polls', 'finds that notifications get lost'])(
  'a store that %s hears of writes within a second, and its ledger is never behind',
  async (how) => {
    const url = await postgres.freshDatabase();
    const here = await open(url);
    await here.createWorkspace(acme);
    await here.workspace('acme').upsertAccounts([{ externalId: 'a0' }]);
    const there = await openStore(
      how === 'polls' ? { databaseUrl: url, changes: 'poll' } : { databaseUrl: await deafProxy(url) },
    );
    onTestFinished(() => there.close());
    const heard: ChangeEvent[] = [];
    there.onChange((change) => heard.push(change));

    for (let write = 1; write <= 3; write++) {
      const { revision } = await here.workspace('acme').upsertAccounts([{ externalId: `a${write}` }]);
      const ledger = await there.workspace('acme').ledger();
      expect(ledger).toMatchObject({ revision, accounts: { count: write + 1 } });
    }
    await here.createWorkspace({ ...acme, key: 'globex' });
    await here.workspace('globex').upsertAccounts([{ externalId: 'b' }]);
    await vi.waitFor(() => expect(heard).toContainEqual({ workspace: 'globex', revision: '1' }), { timeout: 1_000 });

    const { revision } = await here.workspace('acme').upsertAccounts([{ externalId: 'last' }]);
    await vi.waitFor(() => expect(heard).toContainEqual({ workspace: 'acme', revision }), { timeout: 1_000 });
    const own = await there.workspace('acme').upsertAccounts([{ externalId: 'own' }]);
    await sleep(1_100);
    expect(heard.filter((change) => change.revision === own.revision)).toHaveLength(1);
    expect(new Set(heard.map((change) => `${change.workspace} ${change.revision}`)).size).toBe(heard.length);
  },
);

test('a ledger in one store follows writes in another at once', async () => {
  const url = await postgres.freshDatabase();
  const [here, there] = [await open(url), await open(url)];
  await here.createWorkspace(acme);
  for (let write = 1; write <= 5; write++) {
    await here.workspace('acme').upsertAccounts([{ externalId: `a${write}` }]);
    expect((await there.workspace('acme').ledger()).accounts.count).toBe(write);
  }
});

test.each([
  ['no URL', 'harbor'],
  ['another protocol', 'mysql://localhost/db'],
  ['a host that is not there', 'postgres://u:secret@does-not-exist.invalid/db'],
  ['a port where nothing listens', 'postgres://u:secret@127.0.0.1:1/db'],
])('%s is a clear error without the password', async (_, databaseUrl) => {
  const opening = openStore({ databaseUrl });
  await expect(opening).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    message: expect.not.stringContaining('secret'),
  });
});

test('a database or a password that is wrong is a clear error', async () => {
  const url = new URL(postgres.url('not-there'));
  await expect(openStore({ databaseUrl: url.href })).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    message: expect.stringContaining('Create the database'),
  });
  url.password = 'wrong';
  await expect(openStore({ databaseUrl: url.href })).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
    message: expect.stringContaining('password'),
  });
});

test('a server that goes away and comes back loses nothing and is found again', async () => {
  const url = await postgres.freshDatabase();
  const [store, other] = [await open(url), await open(url)];
  await store.createWorkspace(acme);
  const workspace = store.workspace('acme');
  const written = await workspace.upsertAccounts([{ externalId: 'before' }]);

  await postgres.stop();
  await expect(store.ping()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await expect(workspace.info()).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await expect(workspace.upsertAccounts([{ externalId: 'lost' }])).rejects.toMatchObject({
    name: 'DatabaseUnavailable',
  });
  await expect(openStore({ databaseUrl: url })).rejects.toMatchObject({ name: 'DatabaseUnavailable' });
  await sleep(300);
  await postgres.start();

  await vi.waitFor(() => store.ping(), { timeout: 10_000 });
  expect((await workspace.info()).revision).toBe(written.revision);
  const heard: ChangeEvent[] = [];
  other.onChange((change) => heard.push(change));
  await vi.waitFor(
    async () => {
      await workspace.upsertAccounts([{ externalId: `after-${Math.random()}` }]);
      expect(heard.length).toBeGreaterThan(0);
    },
    { timeout: 15_000, interval: 200 },
  );
});

test('a connection that breaks in the middle of a transaction ends that transaction alone', async () => {
  const backend = await openPostgresql(await postgres.freshDatabase());
  onTestFinished(() => backend.close());
  const broken = backend.db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ readonly pid: number }>`select pg_backend_pid() as pid`.execute(trx);
    await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(backend.db);
    await sleep(100);
    await sql`select 1`.execute(trx);
  });
  expect(backend.translate(await broken.catch((error: unknown) => error))).toMatchObject({
    name: 'DatabaseUnavailable',
  });
  await sql`select 1`.execute(backend.db);
});
