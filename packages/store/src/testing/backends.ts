import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe } from 'vitest';
import { openStore } from '../open-store.ts';
import type { WorkspaceRecord } from '../records/workspace.ts';
import type { Store } from '../store.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { freshDatabase } from './postgres.ts';

/** The noon of this day is the present in every test. */
export const today = '2026-06-15';

/** A store on one backend, shared by a file's tests; each test takes a workspace of its own. */
export interface TestBackend {
  readonly store: Store;
  /** An empty workspace in USD and UTC. */
  freshWorkspace(settings?: Partial<WorkspaceRecord>): Promise<WorkspaceStore>;
}

/** Runs the same tests over the database in process and over a real PostgreSQL. */
export function describeBackends(title: string, tests: (backend: TestBackend) => void): void {
  describe.each(['pglite', 'postgresql'] as const)(`${title} on %s`, (kind) => {
    let store: Store | undefined;
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
      store = await openStore(
        kind === 'pglite' ? { dataDir: 'memory', now } : { databaseUrl: await freshDatabase(), now },
      );
    });
    afterAll(async () => {
      await store?.close();
    });
    tests(backend);
  });
}
