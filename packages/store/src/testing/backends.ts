import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect } from 'vitest';
import { openStore } from '../open-store.ts';
import type { WorkspaceRecord } from '../records/workspace.ts';
import type { Store } from '../store.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { freshDatabase } from './postgres.ts';
import { RunStatements, unroutable } from './routable-statements.ts';

/** The noon of this day is the present in every test. */
export const today = '2026-06-15';

/** A store on one backend, shared by a file's tests; each test takes a workspace of its own. */
export interface TestBackend {
  readonly store: Store;
  /** An empty workspace in USD and UTC. */
  freshWorkspace(settings?: Partial<WorkspaceRecord>): Promise<WorkspaceStore>;
}

/**
 * Runs the same tests over the database in process and over a real PostgreSQL. In the end, every statement that they ran
 * on PostgreSQL has to be one that Citus could send to the one shard of its workspace.
 */
export function describeBackends(title: string, tests: (backend: TestBackend) => void): void {
  describe.each(['pglite', 'postgresql'] as const)(`${title} on %s`, (kind) => {
    let store: Store | undefined;
    let url: string | undefined;
    const statements = new RunStatements();
    const backend: TestBackend = {
      get store() {
        if (store === undefined) throw new Error('The store is there once the tests run.');
        return store;
      },
      freshWorkspace: async (settings = {}) => {
        const key = `w-${randomUUID().slice(0, 13)}`;
        await backend.store.createWorkspace({ key, name: 'Test', currency: 'USD', timeZone: 'UTC', ...settings });
        return backend.store.workspace(key);
      },
    };
    beforeAll(async () => {
      const now = () => Date.parse(`${today}T12:00:00Z`);
      if (kind === 'postgresql') url = await freshDatabase();
      store = await openStore(url === undefined ? { dataDir: 'memory', now } : { databaseUrl: url, now });
      statements.start();
    });
    afterAll(async () => {
      await store?.close();
      const run = statements.stop();
      if (url !== undefined) expect(await unroutable(url, run)).toEqual([]);
    });
    tests(backend);
  });
}
