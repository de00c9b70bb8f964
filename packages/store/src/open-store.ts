import { openPglite } from './backends/pglite.ts';
import { openPostgresql } from './backends/postgresql.ts';
import { ChangeFeed } from './changes/change-feed.ts';
import { followOthers } from './changes/follow-others.ts';
import { authenticateApiKey } from './keys/api-keys.ts';
import { readEmbedKey } from './keys/embed-keys.ts';
import { KeyUses } from './keys/key-use.ts';
import { isRevoked } from './keys/revocations.ts';
import { migrate } from './migrations/migrate.ts';
import { openWorkspace } from './open-workspace.ts';
import { useQuota } from './quotas/use-quota.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Store, StoreOptions } from './store.ts';
import { Session } from './transactions/session.ts';
import type { MemoryLimits } from './wide/memory-budget.ts';
import type { WorkspaceStore } from './workspace-store.ts';
import { createWorkspace, listWorkspaces } from './workspaces/workspaces.ts';

/**
 * Opens the store: PostgreSQL where a URL is given, else a database in process over a folder (`.plimsoll` when none is
 * named) or in memory. Brings the schema up to date first; processes that start together wait for one another.
 *
 * @throws DatabaseUnavailable, UnsupportedDatabase, DataDirInUse, DiskFull
 * @example
 * const store = await openStore({ dataDir: 'memory' });
 * await store.createWorkspace({ key: 'acme', name: 'Acme', currency: 'USD', timeZone: 'UTC' });
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const backend =
    options.databaseUrl === undefined
      ? await openPglite(options.dataDir ?? '.plimsoll', {
          durable: options.durable ?? false,
          diskReserve: options.diskReserve ?? 64,
        })
      : await openPostgresql(options.databaseUrl);
  const changes = new ChangeFeed();
  const session = new Session(backend, options.now ?? Date.now, changes);
  try {
    await migrate(backend.db);
    return storeOver(session, limitsOf(options), await followOthers(session, options.changes ?? 'listen'));
  } catch (error) {
    await backend.close();
    throw backend.translate(error) ?? error;
  }
}

function limitsOf({ memoryBudget = 1_024, accountsAtOnce = 16_384 }: StoreOptions): MemoryLimits {
  return { budget: memoryBudget * 1_048_576, accountsAtOnce };
}

function storeOver(session: Session, limits: MemoryLimits, stopFollowing: () => void): Store {
  const { backend, changes } = session;
  const uses = new KeyUses(session);
  return {
    ...workspacesOver(session, limits),
    backend: backend.kind,
    ping: () => session.ping(),
    checkWritable: () => session.checkWritable(),
    authenticateApiKey: async (secret) => {
      const holder = await authenticateApiKey(session, secret);
      if (holder !== null) uses.note('api_key', holder.workspace, holder.keyId);
      return holder;
    },
    embedKey: (workspace, keyId) => readEmbedKey(session, workspace, keyId),
    noteEmbedKeyUse: (workspace, keyId) => uses.note('embed_key', workspace, keyId),
    isRevoked: (workspace, token) => isRevoked(session, workspace, token),
    useQuota: (use) => useQuota(session, use),
    onChange: (listener) => changes.subscribe(listener),
    rehearse: async () => {
      const rehearsal = await session.rehearse();
      return { ...workspacesOver(rehearsal, limits), end: () => rehearsal.close() };
    },
    snapshot: async () => {
      const snapshot = await session.snapshot();
      // What is held in memory would outlast nothing.
      const { workspace } = workspacesOver(snapshot, { ...limits, budget: 0 });
      return { workspace, end: () => snapshot.close() };
    },
    close: () => {
      stopFollowing();
      return session.close();
    },
  };
}

function workspacesOver(session: Session, limits: MemoryLimits): Omit<Rehearsal, 'end'> {
  const workspaces = new Map<string, WorkspaceStore>();
  return {
    createWorkspace: (workspace) => createWorkspace(session, workspace),
    listWorkspaces: () => listWorkspaces(session),
    workspace: (key) => {
      const opened = workspaces.get(key) ?? openWorkspace(session, key, limits);
      workspaces.set(key, opened);
      return opened;
    },
  };
}
