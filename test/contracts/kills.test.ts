import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore, type Store } from '@plimsoll/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type StartedPostgres, startPostgres } from '../server/start-postgres.ts';
import { runPlimsoll, startServer } from '../server/start-server.ts';

const executable = resolve(import.meta.dirname, '../../apps/server/bin/plimsoll.js');
const workspace = { key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' };
/** Rows of one transaction of an import. */
const transaction = 10_000;

describe.each(['PGlite', 'PostgreSQL'] as const)('kill -9 on %s', (kind) => {
  let folder: string;
  let postgres: StartedPostgres | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'plimsoll-kills-'));
    if (kind === 'PostgreSQL') postgres = await startPostgres();
  });
  afterAll(async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const place = (): readonly string[] =>
    postgres === undefined ? ['--data-dir', join(folder, 'data')] : ['--database-url', postgres.url];

  async function inStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore(
      postgres === undefined ? { dataDir: join(folder, 'data') } : { databaseUrl: postgres.url },
    );
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  }

  it('in the middle of batches through the graph loses nothing acknowledged, and leaves none in part', async () => {
    const size = 100;
    const key = await inStore(async (store) => {
      await store.createWorkspace(workspace);
      return (await store.workspace('acme').createApiKey({ name: 'etl', scopes: ['data:write'] })).secret;
    });
    const acknowledged = new Set<number>();
    let next = 0;
    for (const kill of [3, 17, 40]) {
      const server = await startServer(['serve', ...place()]);
      const ended = new Promise((done) => server.process.once('close', done));
      const writer = async (): Promise<void> => {
        for (;;) {
          const batch = next++;
          const response = await fetch(`${server.url}/graphql`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
            body: JSON.stringify({ query: upsert, variables: { subscriptions: subscriptions(batch, size) } }),
          });
          const answer = await response.text();
          if (!answer.includes('"revision"')) throw new Error(answer);
          acknowledged.add(batch);
          if (acknowledged.size % 60 === kill) server.process.kill('SIGKILL');
        }
      };
      // Several are under way whenever it comes.
      const writers = await Promise.allSettled([writer(), writer(), writer()]);
      await ended;
      for (const { reason } of writers.filter((writer) => writer.status === 'rejected'))
        expect(String(reason)).toMatch(/fetch failed|terminated|other side closed/);

      const stored = await inStore(async (store) => {
        const ledger = await store.workspace('acme').ledger();
        const { subscriptions, movements } = await store.workspace('acme').counts();
        expect([subscriptions, movements]).toEqual([ledger.accounts.count, ledger.accounts.count]);
        return ledger.accounts.names;
      });
      const sizes = new Map<number, number>();
      for (const name of stored) {
        const batch = Number(name.split('-')[0]);
        sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
      }
      expect(new Set(sizes.values())).toEqual(new Set([size]));
      expect([...acknowledged].filter((batch) => !sizes.has(batch))).toEqual([]);
    }
  });

  it.each([
    ['small', 400],
    ['large', 25_000],
  ])(
    'in the middle of an import of a %s file leaves whole transactions, and the next run completes it',
    async (name, rows) => {
      const file = join(folder, `${name}.csv`);
      const line = (row: number): string => `${name}-${row},${name}-${row},2026-01-01,,${(row % 90) + 1}.50,USD`;
      const lines = Array.from({ length: rows }, (_, row) => line(row));
      writeFileSync(file, ['subscription_id,account_id,starts_on,ends_on,amount,currency', ...lines, ''].join('\n'));
      const create = ['--workspace', name, '--create-workspace', '--currency', 'USD'];
      const count = (): Promise<number> =>
        inStore(async (store) => {
          const isThere = (await store.listWorkspaces()).some(({ key }) => key === name);
          if (!isThere) return 0;
          const { accounts, subscriptions, movements } = await store.workspace(name).counts();
          expect([subscriptions, movements]).toEqual([accounts, accounts]);
          return accounts;
        });
      let before = 0;
      // Wherever it is after these milliseconds: at its start, before, in or after a transaction.
      for (const after of [600, 1_100, 1_700, 2_600]) {
        const child = spawn(
          process.execPath,
          ['--liftoff-only', executable, 'import', 'subscriptions', file, ...create, ...place()],
          {
            stdio: 'ignore',
          },
        );
        const ended = new Promise((done) => child.once('close', done));
        await wait(after);
        child.kill('SIGKILL');
        await ended;
        const stored = await count();
        expect(stored).toBeGreaterThanOrEqual(before);
        expect([0, 1, 2, 3].map((transactions) => Math.min(transactions * transaction, rows))).toContain(stored);
        before = stored;
      }
      const completed = await runPlimsoll(['import', 'subscriptions', file, ...create, ...place()]);
      expect(completed).toMatchObject({ code: 0 });
      expect(await count()).toBe(rows);
      const again = await runPlimsoll(['import', 'subscriptions', file, ...create, ...place()]);
      expect(again.stdout).toMatch(/0 created, 0 updated, [\d,]+ unchanged, 0 rejected/);
    },
  );
});

const upsert = `mutation ($subscriptions: [SubscriptionInput!]!) {
  upsertSubscriptions(subscriptions: $subscriptions) { ... on BatchPayload { revision } }
}`;

function subscriptions(batch: number, size: number): readonly object[] {
  return Array.from({ length: size }, (_, index) => ({
    subscriptionId: `${batch}-${index}`,
    accountExternalId: `${batch}-${index}`,
    startsOn: '2026-01-01',
    amount: '10.00',
    currency: 'USD',
  }));
}
